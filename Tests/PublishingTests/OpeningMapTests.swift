import Foundation
import Geography
import MapTable
import MapView
import Platform
import Raster
import ScenarioFormat
import Screen
import Simulation
import Symbology
import TestKit
import Testing

@testable import Publishing

/// The opening map of Calilabad, as pixels and as draw lists. Letters have made-up metrics and no
/// pictures here, so that no version of a font library can change what is compared.
@Suite struct OpeningMapTests {
  private static let scenario = Result {
    try ScenarioLoader.load("Calilabad", folders: DataFolders(roots: [Places.package]))
  }

  private func map() throws -> MapView {
    MapView(
      theatre: try Self.scenario.get().theatre,
      styles: try MapStyles.load("\(Places.package)/Assets/Styles"),
      symbols: try SymbolLibrary.load(folder: "\(Places.package)/Assets/Symbols"))
  }

  private func bitmap(_ request: PictureRequest, _ viewpoint: Viewpoint) throws -> Bitmap {
    let scenario = try Self.scenario.get()
    var publisher = try MapPublisher(theatre: scenario.theatre, map: map(), fonts: FontBook())
    return publisher.bitmap(
      of: World(scenario.setup, seed: 1).picture(for: viewpoint, events: []), request,
      caption: .init(
        title: "Opening", moment: "Sat 12 Sep 1998", viewpoint: "The umpire’s picture",
        notice: "Fiction.", credit: "Sources"))
  }

  private func compare(_ picture: Bitmap, _ name: String) throws {
    let path = Golden.path("PublishingTests", name)
    if Golden.isRecording {
      try PNGFile.write(picture, to: path)
      return
    }
    let golden = try PNGFile.read(path)
    try #require(golden.width == picture.width && golden.height == picture.height)
    let different = picture.pixels.indices.filter { golden.pixels[$0] != picture.pixels[$0] }
    if let first = different.first {
      // What was drawn lies beside the system's temporary files, to be looked at.
      let found = NSTemporaryDirectory() + "found-" + name
      try PNGFile.write(picture, to: found)
      Issue.record(
        """
        \(name): \(different.count) pixels differ, the first at \
        \(first % picture.width),\(first / picture.width); see \(found); \
        SITREP_RECORD=1 records anew
        """)
    }
  }

  @Test func theTheatreByDay() throws {
    try compare(bitmap(PictureRequest(width: 480, height: 300), .umpire), "theatre-day.png")
  }

  @Test func theTownByNight() throws {
    let request = PictureRequest(
      width: 480, height: 300,
      extent: .center(GeoPoint(longitude: 48.5, latitude: 39.2), scale: 200_000), theme: .night,
      hasFrame: false, showsGrid: true)
    try compare(bitmap(request, .side(SideID(0))), "town-night.png")
  }

  @Test func picturesRepeat() throws {
    let request = PictureRequest(
      width: 200, height: 150,
      extent: .center(GeoPoint(longitude: 48.5, latitude: 39.2), scale: 400_000))
    #expect(try bitmap(request, .umpire) == bitmap(request, .umpire))
  }

  /// Counters, names and overlays of the opening map as text.
  @Test func drawListStaysAsItWas() throws {
    let scenario = try Self.scenario.get()
    var map = try map()
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    let request = PictureRequest(
      width: 640, height: 400,
      extent: .center(GeoPoint(longitude: 48.5, latitude: 39.2), scale: 300_000))
    let view = ViewState(
      mode: .play(SideID(0)), viewpoint: .side(SideID(0)),
      camera: request.camera(on: scenario.theatre))
    let picture = World(scenario.setup, seed: 1).picture(for: view.viewpoint, events: [])
    for _ in 0..<2 {
      list.removeAll()
      hits.removeAll()
      map.draw(
        picture, previous: nil, fraction: 1, view, fonts: FontBook(), covered: [], into: &list,
        hits: &hits, images: &images)
      map.finishTiles(images: &images)
    }
    let difference = try Golden.difference(
      DrawListText.text(list, hits), from: "opening.txt", of: "PublishingTests")
    #expect(difference == nil, "\(difference ?? "")")
  }
}

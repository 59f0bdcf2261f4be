import Geography
import MapTable
import ScenarioFormat
import Screen
import Symbology
import TestKit
import Testing

@testable import Publishing

@Suite struct RequestTests {
  private static let theatre = Result {
    try Theatre.load(folder: "\(Places.package)/Assets/Theatres/mughan")
  }

  @Test func aScaleIsMeantAtNinetySixPixelsAnInch() throws {
    let theatre = try Self.theatre.get()
    let place = GeoPoint(longitude: 48.5, latitude: 39.2)
    let request = PictureRequest(
      width: 300, height: 200, extent: .center(place, scale: 378_000))
    let camera = request.camera(on: theatre)
    #expect(abs(camera.metersPerPixel - 100.0125) < 1e-9)
    let middle = theatre.plane(place)
    #expect(camera.screen(GroundPoint(middle.x, middle.y)) == Point(150, 100))
  }

  @Test(arguments: [(400, 100), (100, 400), (333, 217)])
  func aBoxIsFittedWhole(width: Int, height: Int) throws {
    let theatre = try Self.theatre.get()
    let request = PictureRequest(
      width: width, height: height,
      extent: .box(west: 48.2, south: 39, east: 48.8, north: 39.4))
    let camera = request.camera(on: theatre)
    var touches = false
    for (longitude, latitude) in [(48.2, 39.0), (48.8, 39.0), (48.2, 39.4), (48.8, 39.4)] {
      let p = theatre.plane(GeoPoint(longitude: longitude, latitude: latitude))
      let place = camera.screen(GroundPoint(p.x, p.y))
      #expect(place.x > -0.01 && place.x < Double(width) + 0.01)
      #expect(place.y > -0.01 && place.y < Double(height) + 0.01)
      touches =
        touches || place.x < 0.01 || place.y < 0.01 || place.x > Double(width) - 0.01
        || place.y > Double(height) - 0.01
    }
    #expect(touches, "no smaller than it need be")
  }

  @Test func aSymbolGrowsWithItsCanvas() throws {
    let library = try SymbolLibrary.load(folder: "\(Places.package)/Assets/Symbols")
    let symbol = library.symbol(try SIDC("10031000161205000000"))
    for size in [30, 150, 301] {
      let bitmap = SymbolPicture.bitmap(symbol, size: size, background: .clear)
      #expect(bitmap.width == size && bitmap.height == size)
      #expect(bitmap[size / 2, size / 2] >> 24 > 0)
      #expect(bitmap[0, 0] == 0)
    }
  }
}

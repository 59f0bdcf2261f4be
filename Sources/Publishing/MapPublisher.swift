import Dispatch
public import Geography
import MapTable
public import MapView
import Raster
public import Screen
public import Simulation

/// Makes still pictures of the map: the same draw lists and the same compositor as the window.
public struct MapPublisher {
  private let theatre: Theatre
  private var map: MapView
  private let fonts: FontBook
  private var compositor = Compositor()
  private var images = ImageTable()

  /// A publisher for a theatre; `map` is used for its pictures alone.
  public init(theatre: Theatre, map: MapView, fonts: FontBook) {
    self.theatre = theatre
    self.map = map
    self.fonts = fonts
  }

  /// The fonts that pictures at a scale are written with.
  public static func fonts(scale: Double) -> [Font] {
    MapView.fonts(scale: scale) + PageFrame.fonts(scale: scale) + LegendBox.fonts(scale: scale)
  }

  /// The picture of a moment as a viewer knows it.
  public mutating func bitmap(
    of picture: Picture, _ request: PictureRequest, caption: PageFrame.Caption
  ) -> Bitmap {
    var view = ViewState(
      mode: .picture, viewpoint: picture.viewpoint, camera: request.camera(on: theatre),
      scale: request.scale)
    view.theme = request.theme
    view.showsGrid = request.showsGrid
    view.hiddenLayers = request.hiddenLayers
    view.layersForAll = request.layersForAll
    let frame = PageFrame(
      size: view.camera.size, scale: request.scale, caption: caption.crediting(theatre.credits),
      fonts: fonts)
    var covered = request.hasFrame ? frame.covered : []
    var legend: (box: LegendBox, rect: Rect)?
    var list = DrawList()
    var hits = HitMap()
    // The first pass finds which tiles are wanted, the second draws with all of them there.
    for pass in 0..<2 {
      list.removeAll()
      hits.removeAll()
      map.draw(
        picture, previous: nil, fraction: 1, view, fonts: fonts, covered: covered, into: &list,
        hits: &hits, images: &images)
      guard pass == 0 else { break }
      finishTiles()
      if request.hasLegend {
        // What the picture shows is known now; the second pass keeps names clear of the legend.
        let words = map.legend(picture, view, fonts: fonts, covered: covered)
        let box = LegendBox(words, scale: request.scale, fonts: fonts)
        legend = (box, frame.legendRect(box))
        covered.append(frame.legendRect(box))
      }
    }
    if request.hasFrame { frame.draw(into: &list, theatre: theatre, camera: view.camera) }
    if let legend {
      legend.box.draw(in: legend.rect, within: frame.legendHeight, into: &list)
    }
    var bitmap = Bitmap(
      width: request.width, height: request.height, filledWith: Color.white.premultiplied)
    compositor.draw(list, images: images, fonts: fonts, onto: &bitmap)
    return bitmap
  }

  /// Tiles under way at a time: a bound on memory for large pictures.
  private static let batch = 64

  /// Draws the tiles that the last pass lacked, on all cores.
  private mutating func finishTiles() {
    let jobs = map.missingTiles()
    for start in stride(from: 0, to: jobs.count, by: Self.batch) {
      let end = min(jobs.count, start + Self.batch)
      for tile in Self.rendered(Array(jobs[start..<end])) { map.accept(tile, images: &images) }
    }
  }

  private static func rendered(_ jobs: [TileJob]) -> [RenderedTile] {
    // Every worker writes a slot of its own, so the workers share nothing.
    nonisolated(unsafe) let slots = UnsafeMutableBufferPointer<RenderedTile?>.allocate(
      capacity: jobs.count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    DispatchQueue.concurrentPerform(iterations: jobs.count) { slots[$0] = jobs[$0].render() }
    return slots.compactMap { $0 }
  }
}

public import Geography
import MapTable
public import MapView
public import Platform
public import Screen
public import Simulation

/// Makes still pictures of the map: the same draw lists and the same compositor as the window.
public struct MapPublisher {
  private let theatre: Theatre
  private var map: MapView
  private let fonts: FontBook
  private var images = ImageTable()

  /// A publisher for a theatre; `map` is used for its pictures alone.
  public init(theatre: Theatre, map: MapView, fonts: FontBook) {
    self.theatre = theatre
    self.map = map
    self.fonts = fonts
    self.map.leavesTilesToCaller = true
  }

  /// The fonts that a picture is written with.
  public static func fonts(for request: PictureRequest) -> [Font] {
    MapView.fonts(scale: request.scale) + PageFrame.fonts(scale: request.frameScale)
      + LegendBox.fonts(scale: request.frameScale)
  }

  /// The picture of a moment as a viewer knows it, whole in memory.
  public mutating func bitmap(
    of picture: Picture, _ request: PictureRequest, caption: PageFrame.Caption
  ) -> Bitmap {
    var bitmap = Bitmap(width: request.width, height: request.height)
    var painter = StripPainter(layout(picture, request, caption))
    while let strip = painter.next() {
      let start = strip.top * request.width
      bitmap.pixels.replaceSubrange(
        start..<start + strip.bitmap.pixels.count, with: strip.bitmap.pixels)
    }
    return bitmap
  }

  /// Draws the picture of a moment into a file, strip by strip: a PNG, or the same as SVG where the
  /// path ends in `.svg`. A world file and its projection go beside a PNG as one unit with it.
  ///
  /// `facts` go into the file's text fields, with title and sources; `progress` hears the share
  /// that is done, 0…1.
  public mutating func write(
    _ picture: Picture, _ request: PictureRequest, caption: PageFrame.Caption,
    facts: [(String, String)], to path: String, progress: (Double) -> Void = { _ in }
  ) throws(PlatformError) {
    let isVector = path.hasSuffix(".svg")
    images.keepsShapes = isVector
    let layout = layout(picture, request, caption)
    let full = caption.crediting(theatre.credits)
    let text =
      [("Title", "\(full.title), \(full.moment). \(full.viewpoint)")] + facts
      + [("Copyright", full.sources), ("Disclaimer", full.notice)].filter { !$0.1.isEmpty }
    if isVector {
      let drawing = SVGPicture(layout: layout, facts: text, scale: request.scale)
      return try drawing.write(to: path, progress: progress)
    }
    let companions =
      request.hasWorldFile
      ? WorldFile.files(beside: path, MapView.settled(request.camera(on: theatre)), theatre) : []
    var writer = try PNGWriter(
      path: path, width: request.width, height: request.height, text: text,
      pixelsPerMeter: Int((request.scale * 96 / 0.0254).rounded()))
    var painter = StripPainter(layout)
    while let strip = painter.next() {
      try writer.write(strip.bitmap)
      progress(painter.progress)
    }
    try writer.finish(with: companions)
  }

  /// Where counters stand.
  private static func counters(_ hits: HitMap) -> [Rect] {
    hits.entries.compactMap { entry in
      switch entry.target {
      case .unit, .formation, .contact, .stack: entry.rect
      default: nil
      }
    }
  }

  /// Settles where everything goes.
  private mutating func layout(
    _ picture: Picture, _ request: PictureRequest, _ caption: PageFrame.Caption
  ) -> PictureLayout {
    var view = ViewState(
      mode: .picture, viewpoint: picture.viewpoint, camera: request.camera(on: theatre),
      scale: request.scale)
    view.theme = request.theme
    view.showsGrid = request.showsGrid
    view.hiddenLayers = request.hiddenLayers
    view.layersForAll = request.layersForAll
    let frame = PageFrame(
      size: view.camera.size, scale: request.frameScale,
      furniture: request.hiddenLayers.contains(.furniture)
        ? Size(0, 0) : map.furnitureSize(picture, view, fonts: fonts),
      caption: caption.crediting(theatre.credits), fonts: fonts)
    var covered: [Rect] = []
    if request.hasFrame {
      covered = frame.covered
      view.camera = request.camera(on: theatre, within: frame.mapRect)
      // The scale bar stands on the frame's paper.
      view.hiddenLayers.insert(.furniture)
    }
    var list = DrawList()
    var hits = HitMap()
    func draw() {
      list.removeAll()
      hits.removeAll()
      map.draw(
        picture, previous: nil, fraction: 1, view, fonts: fonts, covered: covered, into: &list,
        hits: &hits, images: &images)
    }
    var legend: (box: LegendBox, rect: Rect)?
    if request.hasLegend {
      // The legend tells what a first pass shows; the second keeps names clear of the legend.
      draw()
      let words = map.legend(picture, view, fonts: fonts, covered: covered)
      let box = LegendBox(words, scale: request.frameScale, fonts: fonts)
      let rect = frame.legendRect(box, besides: Self.counters(hits))
      legend = (box, rect)
      covered.append(rect)
    }
    draw()
    if request.hasFrame {
      frame.draw(into: &list, theatre: theatre, camera: MapView.settled(view.camera))
      if !request.hiddenLayers.contains(.furniture) {
        map.drawFurniture(
          picture, view, fonts: fonts, in: frame.furnitureRect, ink: PageFrame.ink,
          paper: PageFrame.paper, into: &list, images: &images)
      }
    }
    if let legend {
      legend.box.draw(in: legend.rect, within: frame.legendHeight, into: &list)
    }
    return PictureLayout(
      width: request.width, height: request.height, list: list, tiles: map.missingTiles(),
      images: images, fonts: fonts,
      ground: images.keepsShapes ? map.groundLayers(picture, view, fonts: fonts) : [])
  }
}

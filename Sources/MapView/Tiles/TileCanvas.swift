import Geography
import Raster
import Screen

/// Draws one tile, layer upon layer; or the lines of a whole view as commands.
struct TileCanvas {
  let source: TileSource
  let style: MapStyle
  /// Metres a pixel and metres a point.
  let metersPerPixel: Double
  let metersPerPoint: Double
  /// Pixels a point.
  let scale: Double
  /// The left and top pixel in the lattice from the grid's origin, and the size in pixels.
  let left: Int
  let top: Int
  let bounds: Rect
  /// How dark it is: 0 day … 8 darkest night.
  let light: Int
  /// The tile on the ground, and the same with room for what reaches in from outside.
  let box: PlaneBox
  let wideBox: PlaneBox
  var bitmap: Bitmap
  /// Keeps its buffers from line to line.
  var painter = Painter()
  /// Where fills and lines go instead of into the bitmap.
  var sheet: DrawList?

  /// A canvas for a tile; `margin` is how many pixels around it are looked at for things that
  /// reach in. Any margin beyond the widest line gives the same pixels.
  init(key: TileKey, source: TileSource, margin: Double = 48) {
    self.source = source
    style = source.style
    metersPerPixel = key.level.metersPerPixel
    scale = key.level.scale
    metersPerPoint = metersPerPixel * scale
    light = key.level.light
    left = key.x * TileKey.size
    top = key.y * TileKey.size
    let side = Double(TileKey.size)
    bounds = Rect(0, 0, side, side)
    box = PlaneBox(
      west: Double(key.x) * side * metersPerPixel,
      south: -Double(key.y + 1) * side * metersPerPixel,
      east: Double(key.x + 1) * side * metersPerPixel, north: -Double(key.y) * side * metersPerPixel
    )
    wideBox = box.grown(by: margin * metersPerPixel)
    bitmap = Bitmap(
      width: TileKey.size, height: TileKey.size, filledWith: style[.frame].premultiplied)
  }

  /// A canvas for the lines of a frame, which has no pixels of its own.
  init(_ frame: MapFrame, source: TileSource) {
    self.source = source
    style = source.style
    metersPerPixel = frame.metersPerPixel
    scale = frame.scale
    metersPerPoint = frame.metersPerPoint
    light = frame.light
    (left, top) = (frame.left, frame.top)
    bounds = frame.bounds
    box = frame.box()
    wideBox = frame.box(grownBy: 48)
    bitmap = Bitmap(width: 1, height: 1)
    sheet = DrawList()
  }

  /// Draws everything, or the relief alone.
  mutating func drawAll(reliefOnly: Bool = false) {
    guard box.intersects(source.box) else { return }
    drawGround()
    drawContours()
    if !reliefOnly {
      drawFootprints()
      drawRivers()
      drawShores()
      drawBorders()
      drawRoads()
      drawRailways()
      drawBridges()
      drawVillages()
    }
    dim()
    drawFrame()
  }

  /// Where a place on the ground lies in the tile's pixels.
  func pixel(_ p: PlanePoint) -> Point {
    Point((p.x - box.west) / metersPerPixel, (box.north - p.y) / metersPerPixel)
  }

  /// The path of areas, cut to what the tile needs; empty where none touches it.
  func path(of areas: [TileArea]) -> Path {
    var path = Path()
    for area in areas where area.box.intersects(wideBox) {
      for ring in area.rings {
        let cut = TileArea.clipped(ring, to: wideBox)
        guard cut.count > 2 else { continue }
        append(cut, to: &path)
        path.close()
      }
    }
    return path
  }

  /// The path of the parts of lines that touch the tile.
  func path(of lines: [TileLine], where wanted: (TileLine) -> Bool = { _ in true }) -> Path {
    var path = Path()
    for line in lines where wanted(line) {
      for stretch in line.stretches(in: wideBox) {
        append(line.points[stretch], to: &path)
      }
    }
    return path
  }

  /// Adds a way; where it stays a line, points that make less than an eighth of a pixel go.
  func append(_ points: some Sequence<PlanePoint>, to path: inout Path) {
    var isFirst = true
    func add(_ point: Point) {
      if isFirst { path.move(to: point) } else { path.line(to: point) }
      isFirst = false
    }
    guard sheet != nil else {
      for point in points { add(pixel(point)) }
      return
    }
    for point in OrderArrow.simplified(points.map(pixel), tolerance: 0.12) { add(point) }
  }

  /// Fills a path unless there is nothing to fill.
  mutating func fill(_ path: Path, _ color: Color) {
    guard !path.verbs.isEmpty else { return }
    if sheet != nil {
      sheet?.fill(path, color)
    } else {
      painter.fill(path, color, on: &bitmap)
    }
  }

  /// Strokes a path unless there is nothing to stroke.
  mutating func stroke(
    _ path: Path, width: Double, _ color: Color, cap: LineStyle.Cap = .round
  ) {
    guard !path.verbs.isEmpty, width > 0, color.alpha > 0 else { return }
    let line = LineStyle(width: width, cap: cap, join: .round)
    if sheet != nil {
      sheet?.line(path, line, color)
    } else {
      painter.stroke(path, line, color, on: &bitmap)
    }
  }

  /// A style's width in pixels at this scale.
  func width(_ stroke: MapStyle.Stroke) -> Double {
    style.width(stroke, metersPerPoint: metersPerPoint) * scale
  }

  /// Whether a detail shows at this scale.
  func shows(_ detail: MapStyle.Detail) -> Bool {
    style.shows(detail, metersPerPoint: metersPerPoint)
  }
}

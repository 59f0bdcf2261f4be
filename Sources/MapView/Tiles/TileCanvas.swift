import Geography
import Raster
import Screen

/// Draws one tile, layer upon layer.
struct TileCanvas {
  let key: TileKey
  let source: TileSource
  let style: MapStyle
  /// Metres a pixel and metres a point.
  let metersPerPixel: Double
  let metersPerPoint: Double
  /// Pixels a point.
  let scale: Double
  /// The tile on the ground, and the same with room for what reaches in from outside.
  let box: PlaneBox
  let wideBox: PlaneBox
  var bitmap: Bitmap

  /// A canvas for a tile; `margin` is how many pixels around it are looked at for things that
  /// reach in. Any margin beyond the widest line gives the same pixels.
  init(key: TileKey, source: TileSource, margin: Double = 48) {
    self.key = key
    self.source = source
    style = source.style
    metersPerPixel = key.level.metersPerPixel
    scale = key.level.scale
    metersPerPoint = metersPerPixel * scale
    let side = Double(TileKey.size)
    box = PlaneBox(
      west: Double(key.x) * side * metersPerPixel,
      south: -Double(key.y + 1) * side * metersPerPixel,
      east: Double(key.x + 1) * side * metersPerPixel, north: -Double(key.y) * side * metersPerPixel
    )
    wideBox = box.grown(by: margin * metersPerPixel)
    bitmap = Bitmap(
      width: TileKey.size, height: TileKey.size, filledWith: style[.frame].premultiplied)
  }

  /// Draws everything.
  mutating func drawAll() {
    if box.intersects(source.box) {
      drawGround()
      drawContours()
      drawFootprints()
      drawRivers()
      drawShores()
      drawBorders()
      drawRoads()
      drawRailways()
      drawBridges()
      drawVillages()
      dim()
      drawFrame()
    }
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
        for (index, point) in cut.enumerated() {
          if index == 0 { path.move(to: pixel(point)) } else { path.line(to: pixel(point)) }
        }
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
        path.move(to: pixel(line.points[stretch.lowerBound]))
        for index in stretch.dropFirst() { path.line(to: pixel(line.points[index])) }
      }
    }
    return path
  }

  /// Strokes a path unless there is nothing to stroke.
  mutating func stroke(
    _ path: Path, width: Double, _ color: Color, cap: LineStyle.Cap = .round
  ) {
    guard !path.verbs.isEmpty, width > 0, color.alpha > 0 else { return }
    bitmap.stroke(path, LineStyle(width: width, cap: cap, join: .round), color)
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

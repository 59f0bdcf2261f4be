import MapView
import Screen

/// A picture laid out once and whole: names, counters and frame have their places; the ground is
/// still to be rendered, tile by tile.
struct PictureLayout {
  /// Pixels across and down.
  let width: Int
  let height: Int
  /// Everything that is drawn, in paint order.
  let list: DrawList
  /// The tiles that the list names, by the name.
  let tiles: [ImageID: TileJob]
  /// The pictures that the list names besides tiles.
  let images: ImageTable
  let fonts: FontBook
  /// What lies on the relief, for drawings; empty where tiles show it all.
  let ground: [GroundLayer]

  /// The rows that each command touches, `rows.count == list.commands.count`; a command that only
  /// sets limits touches all.
  let rows: [Range<Int>]

  init(
    width: Int, height: Int, list: DrawList, tiles: [TileJob], images: ImageTable,
    fonts: FontBook, ground: [GroundLayer] = []
  ) {
    self.width = width
    self.height = height
    self.list = list
    self.tiles = Dictionary(tiles.map { ($0.imageID, $0) }) { first, _ in first }
    self.images = images
    self.fonts = fonts
    self.ground = ground
    rows = list.commands.map { Self.rows(of: $0, list, height) }
  }

  /// Whether a command shows a tile.
  func showsTile(_ command: DrawList.Command) -> TileJob? {
    guard case .image(let id, _, _) = command else { return nil }
    return tiles[id]
  }

  /// The rows where strips begin, so that no tile is cut: the edges of the rows of tiles, joined
  /// until a strip has about `pixels` pixels. The last is the picture's height.
  func stripEdges(pixels: Int) -> [Int] {
    var tileEdges: Set<Int> = []
    for (command, rows) in zip(list.commands, rows) where showsTile(command) != nil {
      tileEdges.insert(rows.lowerBound)
      tileEdges.insert(rows.upperBound)
    }
    let most = max(64, pixels / width)
    var edges = [0]
    func close(at row: Int) {
      // Ground without tiles has no edges of its own.
      while row - (edges.last ?? 0) > 2 * most { edges.append((edges.last ?? 0) + most) }
      if row > edges.last ?? 0 { edges.append(row) }
    }
    var last = 0
    for edge in tileEdges.sorted() where edge > 0 && edge < height {
      if edge - (edges.last ?? 0) > most, last > edges.last ?? 0 { close(at: last) }
      last = edge
    }
    if height - (edges.last ?? 0) > most, last > edges.last ?? 0 { close(at: last) }
    close(at: height)
    return edges
  }

  /// What a strip shows of the list.
  func list(for strip: Range<Int>, where wanted: (DrawList.Command) -> Bool = { _ in true })
    -> DrawList
  {
    var part = DrawList()
    for (command, rows) in zip(list.commands, rows) where rows.overlaps(strip) && wanted(command) {
      part.append(command, of: list)
    }
    return part
  }

  private static func rows(
    of command: DrawList.Command, _ list: DrawList, _ height: Int
  ) -> Range<Int> {
    switch command {
    case .pushClip, .popClip: return 0..<height
    case .image(_, let rect, _): return range(rect.y, rect.maxY, room: 0, height)
    case .fill(let path, _): return rows(list.points, path.points, room: 1, height)
    case .triangles(let points, _): return rows(list.points, points, room: 1, height)
    case .line(let path, let style, _):
      // Mitred corners reach out furthest: four times the width (the stroker's limit).
      return rows(list.points, path.points, room: list.styles[Int(style)].width * 4 + 2, height)
    case .glyphs(let range, let font, _):
      var (top, bottom) = (Double.infinity, -Double.infinity)
      for index in range {
        let y = list.glyphs[Int(index)].position.y
        (top, bottom) = (min(top, y), max(bottom, y))
      }
      return Self.range(top, bottom, room: Double(font.pixelSize) * 2, height)
    }
  }

  private static func rows(
    _ points: [Point], _ part: Range<Int32>, room: Double, _ height: Int
  ) -> Range<Int> {
    var (top, bottom) = (Double.infinity, -Double.infinity)
    for index in part {
      let y = points[Int(index)].y
      (top, bottom) = (min(top, y), max(bottom, y))
    }
    return range(top, bottom, room: room, height)
  }

  private static func range(
    _ top: Double, _ bottom: Double, room: Double, _ height: Int
  ) -> Range<Int> {
    let limit = Double(height)
    guard top <= bottom, bottom + room > 0, top - room < limit else { return 0..<0 }
    let first = Int(max(0, (top - room).rounded(.down)))
    return first..<max(first, Int(min(limit, (bottom + room).rounded(.up))))
  }
}

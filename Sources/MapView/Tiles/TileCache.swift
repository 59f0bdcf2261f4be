import MapTable
import Screen

/// The tiles that were drawn, within a bound of bytes; the least lately used go first.
struct TileCache {
  /// Bytes of pixels at most.
  let limit: Int
  /// Bytes of a tile.
  static let tileBytes = TileKey.size * TileKey.size * 4

  /// The tiles of one level with the frame that used each last.
  private struct Level {
    var level: TileLevel
    var lastUse: [Spot: Int] = [:]
  }

  private var levels: [Level] = []
  /// Rows in `levels`.
  private var rows: [TileLevel: Int] = [:]
  private var count = 0
  private var frame = 0

  /// A tile's place within its level.
  struct Spot: Hashable {
    var x: Int
    var y: Int
  }

  init(megabytes: Int) { limit = max(8, megabytes) << 20 }

  /// Starts a frame: what is used from now on counts as younger.
  mutating func beginFrame() { frame += 1 }

  /// Whether a tile is there; if so, it counts as used.
  mutating func use(_ key: TileKey) -> Bool {
    let spot = Spot(x: key.x, y: key.y)
    guard let row = rows[key.level], levels[row].lastUse[spot] != nil else { return false }
    levels[row].lastUse[spot] = frame
    return true
  }

  /// Whether a tile is there.
  func contains(_ key: TileKey) -> Bool {
    guard let row = rows[key.level] else { return false }
    return levels[row].lastUse[Spot(x: key.x, y: key.y)] != nil
  }

  /// Notes a tile and puts its picture into the table; drops the oldest beyond the bound, but
  /// never one of this frame and never the ground that stands in for all (`pinned`).
  mutating func insert(
    _ tile: RenderedTile, pinned: (TileLevel) -> Bool, images: inout ImageTable
  ) {
    let spot = Spot(x: tile.key.x, y: tile.key.y)
    let row = rows[tile.key.level] ?? levels.count
    if row == levels.count {
      levels.append(Level(level: tile.key.level))
      rows[tile.key.level] = row
    }
    if levels[row].lastUse.updateValue(frame, forKey: spot) == nil { count += 1 }
    images[tile.key.imageID] = tile.bitmap
    guard count * Self.tileBytes > limit else { return }
    evict(pinned: pinned, images: &images)
  }

  /// Takes the oldest eighth away.
  private mutating func evict(pinned: (TileLevel) -> Bool, images: inout ImageTable) {
    var all: [(use: Int, key: TileKey)] = []
    for level in levels where !pinned(level.level) {
      for (spot, use) in level.lastUse where use < frame {
        all.append((use, TileKey(level: level.level, x: spot.x, y: spot.y)))
      }
    }
    all.sort {
      ($0.use, $0.key.level.metersPerPixel, $0.key.y, $0.key.x)
        < ($1.use, $1.key.level.metersPerPixel, $1.key.y, $1.key.x)
    }
    for (_, key) in all.prefix(max(1, limit / Self.tileBytes / 8)) {
      if let row = rows[key.level] { levels[row].lastUse[Spot(x: key.x, y: key.y)] = nil }
      images[key.imageID] = nil
      count -= 1
    }
    levels.removeAll { $0.lastUse.isEmpty }
    rows.removeAll(keepingCapacity: true)
    for (row, level) in levels.enumerated() { rows[level.level] = row }
  }

  /// Levels that may stand in for one, the likest scale first; the same look before another.
  func standIns(for level: TileLevel) -> [TileLevel] {
    func distance(_ other: TileLevel) -> Double {
      let ratio = other.metersPerPixel / level.metersPerPixel
      let stretch = ratio >= 1 ? ratio : 2 / ratio
      let otherLook = other.theme == level.theme ? 0.0 : 1000
      return stretch + otherLook + Double(abs(other.light - level.light)) * 0.05
    }
    return levels.map(\.level).filter { $0 != level && $0.theatre == level.theatre }.sorted {
      let (a, b) = (distance($0), distance($1))
      if a != b { return a < b }
      return ($0.metersPerPixel, $0.light) < ($1.metersPerPixel, $1.light)
    }
  }
}

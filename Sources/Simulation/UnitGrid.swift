/// The units on the ground by side and place, so that neighbours are found without asking everyone:
/// a counting sort once a tick into strips of hexes along the rows of the map. Nothing is allocated
/// once the buffers are as large as the battle.
struct UnitGrid: Sendable {
  /// A unit in its place, and what it sees with.
  struct Entry: Sendable {
    /// The unit.
    var row: Int32
    /// Its hex.
    var hex: Int32
    /// The hex's axial coordinates.
    var q: Int32
    var r: Int32
    /// The share of a target's range at which it sees it, permille; below 0 where it never looks.
    var multiplier: Int32
    /// The range at which it sees everything, metres; 0 for none.
    var floor: Int32
    /// What suppression leaves of its range, permille.
    var alertness: Int32
    /// What the light leaves of its range, permille.
    var light: Int32
  }

  /// The largest share and floor of any entry, for bounds.
  private(set) var largestMultiplier: Int32 = 1000
  private(set) var largestFloor: Int32 = 0
  private(set) var largestLight: Int32 = 1000
  private(set) var largestAlertness: Int32 = 1000

  private let columns: Int
  private let rows: Int
  private let shift: Int
  private let strips: Int
  private let sides: Int
  /// By side, row and strip: where its units start in `entries`; one more at the end.
  private var starts: [Int32]
  private var entries: [Entry] = []
  /// By unit: its strip, -1 for none.
  private var keys: [Int32]

  /// An empty grid. Few units need only few strips.
  init(units: Int, sides: Int, grid: HexGrid) {
    columns = grid.columns
    rows = grid.rows
    shift = units < 500 ? 5 : 3
    strips = (grid.columns - 1) >> shift + 1
    self.sides = sides
    starts = Array(repeating: 0, count: sides * grid.rows * strips + 1)
    keys = Array(repeating: -1, count: units)
  }

  /// Sorts all units that stand on the ground, by strip and then by row; `entry` tells what each
  /// sees with.
  mutating func rebuild(_ world: borrowing World, _ entry: (Int) -> Entry) {
    for key in 0..<starts.count { starts[key] = 0 }
    (largestMultiplier, largestFloor, largestLight, largestAlertness) = (0, 0, 0, 0)
    var count = 0
    for row in 0..<keys.count {
      guard world.standsOnGround(row) else {
        keys[row] = -1
        continue
      }
      let hex = Int(world.units.hex[row])
      let line = hex / columns
      let side = world.units.roster.side[row].index
      let key = (side * rows + line) * strips + (hex - line * columns) >> shift
      keys[row] = Int32(key)
      starts[key + 1] += 1
      count += 1
    }
    while entries.count < count {
      entries.append(
        Entry(row: 0, hex: 0, q: 0, r: 0, multiplier: 0, floor: 0, alertness: 0, light: 0))
    }
    for key in 1..<starts.count { starts[key] += starts[key - 1] }
    // Placing moves each start to the next one's; the shift back below undoes it.
    for row in 0..<keys.count where keys[row] >= 0 {
      let key = Int(keys[row])
      let unit = entry(row)
      entries[Int(starts[key])] = unit
      starts[key] += 1
      largestMultiplier = max(largestMultiplier, unit.multiplier)
      largestFloor = max(largestFloor, unit.floor)
      largestLight = max(largestLight, unit.light)
      largestAlertness = max(largestAlertness, unit.alertness)
    }
    for key in stride(from: starts.count - 1, to: 0, by: -1) { starts[key] = starts[key - 1] }
    starts[0] = 0
  }

  /// Calls `body` with the units of a side within some hexes of a place, with their distance, near
  /// rows first, until it returns false. Within a row of hexes units come by strip and then by id.
  @inline(__always)
  func visit(
    _ side: Int, around hex: Int, within radius: Int, _ body: (borrowing Entry, Int) -> Bool
  ) {
    let line = hex / columns
    let column = hex - line * columns
    let q = column - (line - line & 1) / 2
    entries.withUnsafeBufferPointer { entries in
      starts.withUnsafeBufferPointer { starts in
        for offset in 0...(2 * radius) {
          // 0, 1, -1, 2, -2 …
          let away = (offset + 1) / 2
          let other = offset & 1 == 1 ? line + away : line - away
          guard other >= 0, other < rows else { continue }
          let half = radius - away / 2 + 1
          let base = (side * rows + other) * strips
          let first = base + max(0, column - half) >> shift
          let last = base + min(columns - 1, column + half) >> shift
          for index in Int(starts[first])..<Int(starts[last + 1]) {
            let dq = Int(entries[index].q) - q
            let dr = other - line
            let distance = (abs(dq) + abs(dr) + abs(dq + dr)) / 2
            guard distance <= radius else { continue }
            if !body(entries[index], distance) { return }
          }
        }
      }
    }
  }

  /// Whether no unit of a side stands near a place; false may also mean that one stands a little
  /// farther off.
  func isEmpty(_ side: Int, around hex: Int, within radius: Int) -> Bool {
    let line = hex / columns
    let column = hex - line * columns
    let left = max(0, column - radius - 1) >> shift
    let right = min(columns - 1, column + radius + 1) >> shift
    for other in max(0, line - radius)...min(rows - 1, line + radius) {
      let base = (side * rows + other) * strips
      if starts[base + left] != starts[base + right + 1] { return false }
    }
    return true
  }
}

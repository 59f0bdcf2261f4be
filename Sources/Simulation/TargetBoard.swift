/// The targets of a tick's direct fire by the hex they stand in, and, for every hex, which sides
/// find one near it: most units are near none, and learn so at one look.
struct TargetBoard: Sendable {
  /// What a shooter asks of a hex.
  struct Place: Sendable {
    /// Its targets are `targets[start..<end]`.
    var start: Int32 = 0
    var end: Int32 = 0
    /// The sides, one bit each, that find a target in the hex.
    var here: UInt8 = 0
    /// The same within one step of it.
    var near: UInt8 = 0
    /// The same within two steps.
    var far: UInt8 = 0
  }

  /// By hex.
  private(set) var places: [Place]
  /// Hex by hex; in a hex by rising row.
  private(set) var targets: [FireTarget] = []
  /// The hexes with targets.
  private var hexes: [Int32] = []
  private let grid: HexGrid

  /// A board without targets.
  init(_ grid: HexGrid, units: Int) {
    self.grid = grid
    places = Array(repeating: Place(), count: grid.count)
    targets.reserveCapacity(units)
    hexes.reserveCapacity(units)
  }

  /// Takes all targets off.
  mutating func clear() {
    for hex in hexes {
      places[Int(hex)] = Place()
      spread(0, around: Int(hex))
    }
    hexes.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
  }

  /// Puts a target on the board; those of one hex follow each other.
  mutating func add(_ target: FireTarget, in hex: Int) {
    if places[hex].end == 0 {
      places[hex].start = Int32(targets.count)
      hexes.append(Int32(hex))
    }
    targets.append(target)
    places[hex].end = Int32(targets.count)
    places[hex].here |= target.openTo
  }

  /// Tells all hexes around what the board holds, once everything is on it.
  mutating func spread() {
    for hex in hexes { spread(places[Int(hex)].here, around: Int(hex)) }
  }

  /// Adds bits to the hexes within two steps of one, or takes all bits away where `bits` is 0.
  private mutating func spread(_ bits: UInt8, around center: Int) {
    let line = center / grid.columns
    let q = center - line * grid.columns - (line - line & 1) / 2
    for row in max(0, line - 2)...min(grid.rows - 1, line + 2) {
      let down = row - line
      let shift = q + (row - row & 1) / 2
      let first = max(0, shift - 2 - min(0, down))
      let last = min(grid.columns - 1, shift + 2 - max(0, down))
      guard first <= last else { continue }
      for column in first...last {
        let hex = row * grid.columns + column
        if bits == 0 {
          (places[hex].near, places[hex].far) = (0, 0)
          continue
        }
        places[hex].far |= bits
        let across = column - shift
        if (abs(across) + abs(down) + abs(across + down)) / 2 <= 1 { places[hex].near |= bits }
      }
    }
  }
}

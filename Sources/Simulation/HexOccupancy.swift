/// Which units stand in which hex: a list threaded through the units of each hex, in order of row.
struct HexOccupancy: Sendable {
  /// By hex: the first row there, -1 for none.
  private(set) var first: [Int32]
  /// By unit: the next row in the same hex, -1 for none.
  private(set) var next: [Int32]
  /// By unit: the hex under which it is listed, -1 for none.
  private var listed: [Int32]

  /// An empty map.
  init(units: Int, hexes: Int) {
    first = Array(repeating: -1, count: hexes)
    next = Array(repeating: -1, count: units)
    listed = Array(repeating: -1, count: units)
  }

  /// Lists every unit that stands on the ground: active, broken or routed, and no aircraft.
  mutating func rebuild(_ world: borrowing World) {
    let hexes = world.units.hex
    first.withUnsafeMutableBufferPointer { first in
      next.withUnsafeMutableBufferPointer { next in
        listed.withUnsafeMutableBufferPointer { listed in
          for row in 0..<listed.count where listed[row] >= 0 { first[Int(listed[row])] = -1 }
          // Backwards, so that each list runs by rising row.
          for row in stride(from: next.count - 1, through: 0, by: -1) {
            guard world.standsOnGround(row) else {
              listed[row] = -1
              continue
            }
            let hex = hexes[row]
            next[row] = first[Int(hex)]
            first[Int(hex)] = Int32(row)
            listed[row] = hex
          }
        }
      }
    }
  }

  /// Moves a unit from the list of its hex to that of another. The lists stay in order of row.
  mutating func move(_ row: Int, to hex: Int32) {
    remove(row)
    var before: Int32 = -1
    var after = first[Int(hex)]
    while after >= 0, after < row { (before, after) = (after, next[Int(after)]) }
    next[row] = after
    if before < 0 { first[Int(hex)] = Int32(row) } else { next[Int(before)] = Int32(row) }
    listed[row] = hex
  }

  private mutating func remove(_ row: Int) {
    let hex = listed[row]
    guard hex >= 0 else { return }
    var here = first[Int(hex)]
    if here == row {
      first[Int(hex)] = next[row]
      return
    }
    while here >= 0 {
      if next[Int(here)] == row {
        next[Int(here)] = next[row]
        return
      }
      here = next[Int(here)]
    }
  }
}

extension World {
  /// Whether a unit is on the map: active, broken or routed.
  func isPresent(_ row: Int) -> Bool {
    switch units.status[row] {
    case .active, .broken, .routed: true
    case .expected, .embarked, .gone, .departed: false
    }
  }

  /// Whether a unit is on the map and not an aircraft at its base.
  func standsOnGround(_ row: Int) -> Bool {
    isPresent(row) && !units.roster.arm[row].isAircraft
  }

  /// Whether two units are of sides that fight each other.
  func areEnemies(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (units.roster.side[a], units.roster.side[b])
    return setup.sides[first.index].enemy == second.rawValue
      || setup.sides[second.index].enemy == first.rawValue
  }
}

extension World {
  /// What is unsound about the state, a sentence each; empty when all is well. For tests.
  public func checkInvariants() -> [String] {
    var visitor = RangeVisitor()
    var copy = self
    copy.walk(&visitor)
    var found = visitor.found
    for row in 0..<units.count { checkUnit(row, &found) }
    checkPeople(&found)
    return found
  }

  /// Nobody who does not fight appears or vanishes, and all harm has its cause.
  private func checkPeople(_ found: inout [String]) {
    func sum(_ column: [Int32]) -> Int64 { column.reduce(0) { $0 + Int64($1) } }
    let now =
      sum(civilians.present) + sum(civilians.sheltered) + sum(civilians.killed)
      + sum(civilians.abroad) + treks.reduce(0) { $0 + Int64($1.people) }
    if now != sum(setup.civilians) {
      found.append("\(now) civilians accounted for of \(sum(setup.civilians))")
    }
    if sum(civilians.killedByCause) != sum(civilians.killed)
      || sum(civilians.injuredByCause) != sum(civilians.injured)
    {
      found.append("civilians were hurt without a cause")
    }
    let blamed = politics.reduce(0) { $0 + Int64($1.civiliansKilled) }
    if blamed != sum(civilians.killed) { found.append("civilians were killed by nobody's fire") }
    for mission in fireMissions where mission.minutesLeft < 0 {
      found.append("a mission of \(setup.units[mission.unit.row].id) is overdue")
    }
  }

  private func checkUnit(_ row: Int, _ found: inout [String]) {
    let name = setup.units[row].id
    let men =
      units.personnel[row] + units.personnelLost[row] + units.personnelDetached[row]
    if men != units.personnelAtStart[row] {
      found.append("\(name): \(men) men accounted for of \(units.personnelAtStart[row])")
    }
    for kind in VehicleClass.allCases {
      let cell = row * VehicleClass.count + Int(kind.rawValue)
      let sum =
        units.vehicles[cell] + units.vehiclesDamaged[cell] + units.vehiclesLost[cell]
        + units.vehiclesDetached[cell]
      if sum != units.vehiclesAtStart[cell] {
        found.append(
          "\(name): \(sum) of \(kind.key) accounted for of \(units.vehiclesAtStart[cell])")
      }
    }
    guard standsOnGround(row) else { return }
    let hex = Int(units.hex[row])
    if setup.terrain.isWater(hex) { found.append("\(name): stands in water at \(hex)") }
    if setup.terrain.neutral[hex] != 0 { found.append("\(name): stands on neutral ground") }
    if setup.terrain.grid.distance(hex, Int(units.nextHex[row])) > 1 {
      found.append("\(name): moves from \(hex) to \(units.nextHex[row]), which is no neighbour")
    }
    if units.pathDone[row] > units.pathCount[row] { found.append("\(name): overran its path") }
  }
}

/// Notes every number outside its range and every column of a wrong length.
private struct RangeVisitor: ColumnVisitor {
  var found: [String] = []
  private var group = ""

  mutating func begin(_ group: StaticString, _ index: Int) {
    self.group = index < 0 ? "\(group)" : "\(group).\(index)"
  }

  private mutating func check<Number: FixedWidthInteger>(
    _ name: StaticString, _ column: [Number], _ range: ClosedRange<Number>, _ count: Int?
  ) {
    if let count, column.count != count {
      found.append("\(group).\(name): \(column.count) entries, not \(count)")
    }
    for (row, value) in column.enumerated() where !range.contains(value) {
      found.append("\(group).\(name)[\(row)] = \(value), not within \(range)")
    }
  }

  mutating func visit(
    _ name: StaticString, _ column: inout [Int32], _ range: ClosedRange<Int32>, count: Int?
  ) { check(name, column, range, count) }

  mutating func visit(
    _ name: StaticString, _ column: inout [UInt8], _ range: ClosedRange<UInt8>, count: Int
  ) { check(name, column, range, count) }

  mutating func visit(_ name: StaticString, _ column: inout [Int64], count: Int?) {}
}

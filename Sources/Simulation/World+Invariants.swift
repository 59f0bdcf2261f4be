extension World {
  /// What is unsound about the state, a sentence each; empty when all is well. For tests.
  public func checkInvariants() -> [String] {
    var visitor = RangeVisitor()
    var copy = self
    copy.walk(&visitor)
    var found = visitor.found
    for row in 0..<units.count { checkUnit(row, &found) }
    return found
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

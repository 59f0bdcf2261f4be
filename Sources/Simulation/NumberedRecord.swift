/// A record that can be written as a row of numbers and read back, for lists in the state.
protocol NumberedRecord {
  /// How many numbers a record takes.
  static var width: Int { get }
  /// Adds the record's numbers.
  func append(to column: inout [Int32])
  /// The record of `width` numbers; nil where they make none in this battle.
  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup)
}

extension FireMission: NumberedRecord {
  static let width = 5

  func append(to column: inout [Int32]) {
    column.append(unit.rawValue)
    column.append(target)
    column.append(start.rawValue)
    column.append(minutesLeft)
    column.append(isObserved ? 1 : 0)
  }

  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup) {
    let n = Array(numbers)
    guard n.count == Self.width, setup.units.indices.contains(Int(n[0])), n[1] >= 0,
      n[1] < setup.terrain.grid.count, (0...World.lastTick).contains(n[2]),
      (0...World.lastTick).contains(n[3]), (0...1).contains(n[4])
    else { return nil }
    self.init(
      unit: UnitID(rawValue: n[0]), target: n[1], start: Tick(rawValue: n[2]), minutesLeft: n[3],
      isObserved: n[4] == 1)
  }
}

extension Outcome {
  /// Grade, winner (-1 for none) and the score by side.
  var numbers: [Int64] {
    [Int64(grade.rawValue), winner.map { Int64($0.rawValue) } ?? -1] + score
  }

  /// The outcome of such numbers, nil where they make none.
  init?(numbers: [Int64], sides: Int) {
    guard numbers.count == sides + 2, let number = UInt8(exactly: numbers[0]),
      let grade = Grade(rawValue: number), (-1..<Int64(sides)).contains(numbers[1])
    else { return nil }
    self.init(
      grade: grade, winner: numbers[1] < 0 ? nil : SideID(Int(numbers[1])),
      score: Array(numbers[2...]))
  }
}

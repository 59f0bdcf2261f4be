/// A record that can be written as a row of numbers and read back, for lists in the state.
protocol NumberedRecord {
  /// How many numbers a record takes.
  static var width: Int { get }
  /// Adds the record's numbers.
  func append(to column: inout [Int32])
  /// The record of `width` numbers; nil where they make none in this battle.
  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup)
}

extension PendingOrder: NumberedRecord {
  static let width = 10

  func append(to column: inout [Int32]) {
    order.append(to: &column)
    column.append(given.rawValue)
    column.append(due.rawValue)
  }

  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup) {
    let n = Array(numbers)
    guard n.count == Self.width, let order = Order(n[0..<8], setup), n[8] >= 0, n[9] >= 0,
      n[8] <= World.lastTick, n[9] <= 2 * World.lastTick
    else { return nil }
    self.init(order: order, given: Tick(rawValue: n[8]), due: Tick(rawValue: n[9]))
  }
}

extension Order: NumberedRecord {
  static let width = 8

  func append(to column: inout [Int32]) {
    column.append(Int32(side.rawValue))
    column.append(unit.rawValue)
    column.append(Int32(kind.rawValue))
    column.append(target ?? -1)
    column.append(notBefore?.rawValue ?? -1)
    column.append(isQueued ? 1 : 0)
    column.append(duration)
    column.append(rules.map { Int32($0.rawValue) } ?? -1)
  }

  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup) {
    let n = Array(numbers)
    guard n.count == Self.width, setup.sides.indices.contains(Int(n[0])),
      setup.units.indices.contains(Int(n[1])), let kindNumber = UInt8(exactly: n[2]),
      let kind = OrderKind(rawValue: kindNumber), n[3] >= -1, n[3] < setup.terrain.grid.count,
      n[4] >= -1, n[4] <= World.lastTick, (0...1).contains(n[5]),
      (0...World.lastTick).contains(n[6]), (-1...2).contains(n[7])
    else { return nil }
    self.init(
      side: SideID(Int(n[0])), unit: UnitID(rawValue: n[1]), kind: kind,
      target: n[3] < 0 ? nil : n[3], notBefore: n[4] < 0 ? nil : Tick(rawValue: n[4]),
      isQueued: n[5] == 1, duration: n[6],
      rules: n[7] < 0 ? nil : RulesOfEngagement(rawValue: UInt8(n[7])))
  }
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

extension PendingOrder: NumberedRecord {
  static let width = Order.width + 5

  func append(to column: inout [Int32]) {
    order.append(to: &column)
    column.append(serial)
    column.append(given.rawValue)
    column.append(arrives.rawValue)
    column.append(due?.rawValue ?? -1)
    column.append(recalls)
  }

  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup) {
    let n = Array(numbers)
    guard n.count == Self.width, let order = Order(n[0..<Order.width], setup) else { return nil }
    let own = n[Order.width...].map { $0 }
    guard own[0] >= 1, (0...World.lastTick).contains(own[1]),
      (0...2 * World.lastTick).contains(own[2]), (-1...2 * World.lastTick).contains(own[3]),
      own[4] >= 0
    else { return nil }
    self.init(
      order: order, serial: own[0], given: Tick(rawValue: own[1]), arrives: Tick(rawValue: own[2]),
      due: own[3] < 0 ? nil : Tick(rawValue: own[3]), recalls: own[4])
  }
}

extension Order: NumberedRecord {
  private static let plainWidth = 18
  static let width = plainWidth + wayCapacity

  func append(to column: inout [Int32]) {
    column.append(Int32(side.rawValue))
    column.append(unit.rawValue)
    column.append(formation.map { Int32($0.rawValue) } ?? -1)
    column.append(Int32(kind.rawValue))
    column.append(target ?? -1)
    column.append(notBefore?.rawValue ?? -1)
    column.append(hour.map { Int32($0.hour.rawValue) } ?? -1)
    column.append(hour?.offset ?? 0)
    column.append(signal.map { Int32($0.kind.rawValue) } ?? -1)
    column.append(signal?.unit?.rawValue ?? -1)
    column.append(signal?.within ?? 0)
    column.append(isQueued ? 1 : 0)
    column.append(duration)
    column.append(rules.map { Int32($0.rawValue) } ?? -1)
    column.append(fireSupport.map { Int32($0.rawValue) } ?? -1)
    column.append(giveGround.map { Int32($0.rawValue) } ?? -1)
    column.append(preset ?? -1)
    column.append(superior.map { Int32($0.rawValue) } ?? -1)
    for place in 0..<Self.wayCapacity { column.append(place < ways.count ? ways[place] : -1) }
  }

  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup) {
    let n = Array(numbers)
    let hexes = Int32(setup.terrain.grid.count)
    guard n.count == Self.width, setup.sides.indices.contains(Int(n[0])),
      setup.units.indices.contains(Int(n[1])), Self.isFormation(n[2], setup),
      let kindNumber = UInt8(exactly: n[3]), let kind = OrderKind(rawValue: kindNumber),
      (-1..<hexes).contains(n[4]), (-1...World.lastTick).contains(n[5]),
      (-1..<Int32(HourName.count)).contains(n[6]),
      (-HourTie.limit...HourTie.limit).contains(n[7]), (0...1).contains(n[11]),
      (0...World.lastTick).contains(n[12]), (-1...2).contains(n[13]), (-1...2).contains(n[14]),
      (-1...2).contains(n[15]), (-1..<Int32(setup.rules.conducts.count)).contains(n[16]),
      Self.isFormation(n[17], setup)
    else { return nil }
    let places = n[Self.plainWidth...]
    let ways = Array(places.prefix { $0 >= 0 })
    guard ways.allSatisfy({ $0 < hexes }), places.dropFirst(ways.count).allSatisfy({ $0 == -1 }),
      n[8] == -1 || OrderSignal(n[8], n[9], n[10], setup) != nil
    else { return nil }
    self.init(
      side: SideID(Int(n[0])), unit: UnitID(rawValue: n[1]), kind: kind,
      target: n[4] < 0 ? nil : n[4], notBefore: n[5] < 0 ? nil : Tick(rawValue: n[5]),
      isQueued: n[11] == 1, duration: n[12], rules: Self.value(n[13]),
      formation: n[2] < 0 ? nil : FormationID(Int(n[2])), ways: ways,
      hour: Self.value(n[6]).map { HourTie($0, offset: n[7]) },
      signal: OrderSignal(n[8], n[9], n[10], setup), fireSupport: Self.value(n[14]),
      giveGround: Self.value(n[15]), preset: n[16] < 0 ? nil : n[16],
      superior: n[17] < 0 ? nil : FormationID(Int(n[17])))
  }

  private static func isFormation(_ number: Int32, _ setup: BattleSetup) -> Bool {
    number == -1 || setup.formations.indices.contains(Int(number))
  }

  private static func value<Case: RawRepresentable>(_ number: Int32) -> Case?
  where Case.RawValue == UInt8 {
    UInt8(exactly: number).flatMap { Case(rawValue: $0) }
  }
}

extension OrderSignal {
  /// The signal of its numbers, nil where they make none in this battle.
  fileprivate init?(_ kind: Int32, _ unit: Int32, _ within: Int32, _ setup: BattleSetup) {
    guard let number = UInt8(exactly: kind), let kind = Kind(rawValue: number),
      unit == -1 || setup.units.indices.contains(Int(unit)), (0...Self.farthest).contains(within)
    else { return nil }
    self.init(kind, of: unit < 0 ? nil : UnitID(rawValue: unit), within: within)
  }
}

import Testing

@testable import Simulation

/// Whatever orders are given, their text comes back, and the battle stays sound.
@Suite struct OrderPropertyTests {
  private var small: SmallWorld {
    var small = SmallWorld(columns: 24, rows: 16)
    small.formations.append(
      FormationSetup(
        id: "az.r1", name: "1st", shortName: "1", sidc: "", side: SideID(0), parent: FormationID(0),
        headquarters: UnitID(0)))
    let under = { (unit: inout UnitSetup) in unit.formation = FormationID(2) }
    small.add(0, .headquarters, men: 40, at: small.hex(2, 2), under)
    small.add(0, .infantry, at: small.hex(3, 5), under)
    small.add(0, .armor, men: 120, vehicles: [(0, 31)], at: small.hex(4, 8), under)
    small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(3, 9))
    small.add(0, .airAssault, at: small.hex(1, 1))
    small.add(0, .transportHelicopter, men: 40, vehicles: [(5, 24)], at: small.hex(1, 1))
    small.add(0, .attackAircraft, men: 20, vehicles: [(4, 8)], at: small.hex(0, 0)) {
      $0.sortiesPerDay = 3
      $0.nightGear = 2
    }
    small.add(1, .infantry, at: small.hex(16, 8))
    small.add(1, .mechanized, vehicles: [(1, 30)], at: small.hex(18, 5))
    small.add(1, .headquarters, men: 40, at: small.hex(21, 8))
    return small
  }

  /// Any order that can be written in a battle.
  private func order(_ numbers: inout TestNumbers, _ setup: BattleSetup) -> Order {
    func maybe<Value>(_ numbers: inout TestNumbers, _ value: (inout TestNumbers) -> Value) -> Value?
    { numbers.below(3) == 0 ? value(&numbers) : nil }
    let hexes = setup.terrain.grid.count
    let unit = UnitID(numbers.below(setup.units.count))
    var order = Order(
      side: setup.units[unit.row].side, unit: unit,
      kind: OrderKind.allCases[numbers.below(OrderKind.allCases.count)])
    if numbers.below(4) > 0 { order.target = Int32(numbers.below(hexes)) }
    if numbers.below(5) == 0 {
      order.ways = (0...numbers.below(Order.wayCapacity)).map { _ in Int32(numbers.below(hexes)) }
    }
    order.notBefore = maybe(&numbers) { Tick($0.below(600)) }
    order.hour = maybe(&numbers) {
      HourTie(HourName.allCases[$0.below(4)], offset: Int32($0.below(241) - 120))
    }
    order.signal = maybe(&numbers) { numbers in
      var signal = OrderSignal(OrderSignal.Kind.allCases[numbers.below(5)])
      if signal.kind.isOfUnit, numbers.below(2) == 0 {
        signal.unit = UnitID(numbers.below(setup.units.count))
      }
      if signal.kind == .seen { signal.within = Int32(numbers.below(51)) }
      return signal
    }
    order.isQueued = numbers.below(4) == 0
    order.duration = maybe(&numbers) { Int32(1 + $0.below(200)) } ?? 0
    order.rules = maybe(&numbers) { RulesOfEngagement.allCases[$0.below(3)] }
    order.fireSupport = maybe(&numbers) { FireSupport.allCases[$0.below(3)] }
    order.giveGround = maybe(&numbers) { GiveGround.allCases[$0.below(3)] }
    order.preset = maybe(&numbers) { Int32($0.below(setup.rules.conducts.count)) }
    order.superior = maybe(&numbers) { FormationID($0.below(setup.formations.count)) }
    if numbers.below(4) == 0 {
      let formation = FormationID(numbers.below(setup.formations.count))
      if let lead = setup.lead(of: formation) {
        (order.formation, order.unit) = (formation, lead)
        order.side = setup.formations[formation.index].side
      }
    }
    return order
  }

  @Test func textAndNumbersComeBack() throws {
    let setup = small.setup
    var numbers = TestNumbers(11)
    for _ in 0..<1500 {
      let order = order(&numbers, setup)
      let line = order.line(in: setup)
      #expect(try Order(line: line, in: setup) == order, "\(line)")
      var column: [Int32] = []
      order.append(to: &column)
      #expect(column.count == Order.width)
      #expect(Order(column[...], setup) == order, "\(line)")
    }
  }

  @Test func brokenLinesAreOrdersOrErrors() {
    let setup = small.setup
    var numbers = TestNumbers(12)
    for _ in 0..<1500 {
      var bytes = Array(order(&numbers, setup).line(in: setup).utf8)
      for _ in 0...numbers.below(3) {
        switch numbers.below(3) {
        case 0: bytes[numbers.below(bytes.count)] = UInt8(32 + numbers.below(224))
        case 1: bytes.insert(UInt8(numbers.below(128)), at: numbers.below(bytes.count))
        default: if bytes.count > 1 { bytes.remove(at: numbers.below(bytes.count)) }
        }
      }
      let line = String(decoding: bytes, as: UTF8.self)
      do {
        let order = try Order(line: line, in: setup)
        #expect(order.line(in: setup) == line)
      } catch {
        #expect(error.message.count > 10 && error.column >= 1)
      }
    }
  }

  @Test(arguments: [
    ("az az.1 atack 1.1", "did you mean “attack”?"),
    ("az az.r3 hold", "did you mean “az.3”?"),
    ("az az.1 conduct preset=holdfast", "did you mean “hold_fast”?"),
    ("az az.1 conduct fire=never", "there are save, on_call, free."),
    ("az az.1 move 3.3 h=Q+5", "the hours are H, J, K, L."),
    ("az az.1 move 3.3 h=H+0", "Write H alone"),
    ("az az.1 move 3.3 when=night", "there are arrived, done, seen, dark, light."),
    ("az az.1 move 3.3 when=dark:az.1", "about no unit"),
    ("az az.1 move 3.3 when=dark within=4", "belongs to when=seen"),
    ("az az.1 move 3.3 queud", "did you mean “queued”?"),
    ("az az.1 move 3.3 via=1.1,2", "is not a place"),
    ("az az.1 attach to=az.r11", "did you mean “az.r1”?"),
  ])
  func aMistakeSaysWhatWouldBeRight(line: String, words: String) {
    let error = #expect(throws: OrderTextError.self) { try Order(line: line, in: small.setup) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: 0..<4)
  func randomOrdersKeepTheBattleSound(seed: Int) throws {
    var numbers = TestNumbers(UInt64(100 + seed))
    var small = small
    small.clock.minuteOfDay = Int32(400 + 300 * seed)
    var run = Run(small.world(seed: UInt64(seed)))
    let setup = run.world.setup
    var taken = Set<OrderKind>()
    for minute in 0..<160 {
      var orders: [Order] = []
      let known = (0..<2).map { run.world.picture(for: .side(SideID($0)), events: []) }
      for _ in 0..<10 {
        let order = order(&numbers, setup)
        let refusal = run.world.rejection(of: order)
        #expect(refusal == known[order.side.index].rejection(of: order))
        if let refusal {
          #expect(!refusal.remedy.isEmpty, "\(refusal)")
        } else {
          orders.append(order)
          taken.insert(order.kind)
        }
      }
      run.step(1, orders)
      let unsound = run.world.checkInvariants()
      #expect(unsound.isEmpty, "minute \(minute): \(unsound)")
      guard unsound.isEmpty else { return }
      if minute % 40 == 0 {
        let again = try World(setup, encoded: run.world.encoded())
        #expect(again.stateHash == run.world.stateHash)
        #expect(again.pending == run.world.pending && again.queued == run.world.queued)
      }
    }
    #expect(taken.count >= 12, "\(taken)")
  }
}

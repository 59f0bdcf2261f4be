import Testing

@testable import Simulation

@Suite struct StateTests {
  private func battle(seed: UInt64) -> (Run, [Order]) {
    var small = SmallWorld()
    small.road(.primary, row: 4, columns: 0..<11)
    let tanks = small.add(0, .armor, men: 120, vehicles: [(0, 31)], at: small.hex(1, 4)) {
      $0.strengthBand = 800...1000
      $0.qualityBand = -2...2
    }
    let foot = small.add(1, .infantry, at: small.hex(9, 7)) { $0.qualityBand = -1...1 }
    small.add(0, .mechanized, men: 300, vehicles: [(1, 30)], at: small.hex(0, 0)) {
      $0.arrivalBand = 10...90
    }
    let orders = [
      Order(side: SideID(0), unit: tanks, kind: .march, target: small.hex(6, 4)),
      Order(side: SideID(0), unit: tanks, kind: .camp, isQueued: true),
      Order(side: SideID(1), unit: foot, kind: .move, target: small.hex(7, 2), notBefore: Tick(9)),
    ]
    return (Run(small.world(seed: seed)), orders)
  }

  @Test func oneSeedGivesOneBattle() {
    var (first, orders) = battle(seed: 5)
    var (second, _) = battle(seed: 5)
    var (other, _) = battle(seed: 6)
    first.step(150, orders)
    second.step(150, orders)
    other.step(150, orders)
    #expect(first.world.stateHash == second.world.stateHash)
    #expect(first.world.stateHash != other.world.stateHash)
    #expect(first.world.checkInvariants() == [])
  }

  @Test func theWrittenStateComesBackAndGoesOn() throws {
    var (run, orders) = battle(seed: 9)
    run.step(40, orders)
    let bytes = run.world.encoded()
    var again = Run(try World(run.world.setup, encoded: bytes))
    #expect(again.world.stateHash == run.world.stateHash)
    #expect(again.world.encoded() == bytes)
    run.step(60)
    again.step(60)
    #expect(again.world.stateHash == run.world.stateHash)
  }

  @Test func damagedStatesAreRefused() {
    var (run, orders) = battle(seed: 9)
    run.step(30, orders)
    let good = run.world.encoded()
    let setup = run.world.setup
    var numbers = TestNumbers(3)
    for _ in 0..<300 {
      var bytes = good
      switch numbers.below(3) {
      case 0: bytes[numbers.below(bytes.count)] ^= UInt8(1 + numbers.below(255))
      case 1: bytes.removeLast(1 + numbers.below(bytes.count))
      default: bytes.insert(0, at: numbers.below(bytes.count))
      }
      #expect(throws: StateError.self) { try World(setup, encoded: bytes) }
    }
    var other = setup
    other.sourceDigest = 77
    let error = #expect(throws: StateError.self) { try World(other, encoded: good) }
    #expect(error?.kind == .otherBattle)
  }

  @Test func everyColumnHasANameOfItsOwn() {
    let (run, _) = battle(seed: 1)
    let names = run.world.columnHashes().map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("units.personnel") && names.contains("knowledge.1.seen_hex"))
  }

  @Test func aChangeAnywhereShowsInItsColumn() {
    let (run, _) = battle(seed: 1)
    var changed = run.world
    changed.units.fatigue[1] = 3
    let different = zip(run.world.columnHashes(), changed.columnHashes())
      .filter { $0.hash != $1.hash }.map(\.0.name)
    #expect(different == ["units.fatigue"])
  }

  @Test func strengthAndArrivalsStayInTheirBands() {
    for seed in 0..<50 {
      let (run, _) = battle(seed: UInt64(seed))
      #expect((96...120).contains(run.world.units.personnel[0] / 256))
      #expect((10...90).contains(run.world.units.arrival[2]))
      #expect(run.world.units.status[2] == .expected)
    }
  }
}

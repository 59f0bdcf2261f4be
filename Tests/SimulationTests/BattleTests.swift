import Testing

@testable import Simulation

@Suite struct BattleTests {
  /// A brigade's attack on a line with guns, supply and staffs on both sides.
  private func battle(seed: UInt64) -> (run: Run, orders: [Order]) {
    var small = SmallWorld(columns: 24, rows: 12)
    small.road(.primary, row: 6, columns: 0..<23)
    small.control = (0..<288).map { $0 % 24 < 11 ? 0 : 1 }
    for row in [4, 6, 8] {
      small.add(1, .infantry, men: 400, vehicles: [(0, 4)], at: small.hex(14, row)) {
        $0.entrenchment = 1
      }
    }
    small.add(1, .mortar, men: 150, vehicles: [(2, 6)], at: small.hex(17, 6))
    small.add(1, .headquarters, men: 60, at: small.hex(19, 6))
    small.add(0, .artillery, men: 250, vehicles: [(2, 18)], at: small.hex(5, 6))
    small.add(0, .supply, men: 80, vehicles: [(3, 20)], at: small.hex(2, 6))
    var orders: [Order] = []
    for index in 0..<6 {
      let row = [4, 6, 8][index % 3]
      let unit = small.add(
        0, index < 3 ? .armor : .mechanized, men: index < 3 ? 150 : 400,
        vehicles: index < 3 ? [(0, 31)] : [(1, 30)], at: small.hex(9 - index / 3, row))
      orders.append(
        Order(side: SideID(0), unit: unit, kind: .attack, target: small.hex(14, row)))
    }
    return (Run(small.world(seed: seed)), orders)
  }

  @Test func aDayOfFightingKeepsTheBooks() {
    var (run, orders) = battle(seed: 11)
    run.step(1, orders)
    for _ in 0..<1440 {
      run.step(1)
      let unsound = run.world.checkInvariants()
      #expect(unsound == [])
      if !unsound.isEmpty { return }
    }
    let lost = run.world.units.personnelLost.reduce(0, +) / 256
    #expect(lost > 30 && lost < 1200)
    // Formations break after hours, not minutes.
    for event in run.events where event.kind == .unitBroke { #expect(event.tick.rawValue > 90) }
    #expect(run.events.contains { $0.kind == .firefight })
    #expect(run.events.filter { $0.kind == .firefight }.count < 400)
  }

  @Test func theSameSeedFightsTheSameBattle() {
    var hashes: [UInt64] = []
    for seed in [UInt64(4), 4, 5] {
      var (run, orders) = battle(seed: seed)
      run.step(1, orders)
      run.step(300)
      hashes.append(run.world.stateHash)
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] != hashes[2])
  }

  @Test func buffersHoldNothingThatAReplayNeeds() {
    var (run, orders) = battle(seed: 6)
    run.step(1, orders)
    run.step(200)
    var fresh = Run(run.world)
    run.step(60)
    fresh.step(60)
    #expect(run.world.stateHash == fresh.world.stateHash)
  }
}

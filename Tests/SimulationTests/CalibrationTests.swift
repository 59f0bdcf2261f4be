import Testing

@testable import Simulation

@Suite struct CalibrationTests {
  /// Battalions of one side attack battalions dug in on a front; what both have left.
  private func assault(
    attackers: Int, defenders: Int, entrenchment: UInt8, hours: Int, seed: UInt64
  ) -> String {
    var small = SmallWorld(columns: 24, rows: 12)
    var orders: [Order] = []
    for index in 0..<defenders {
      small.add(1, .infantry, men: 450, vehicles: [(0, 4)], at: small.hex(12, 3 + index * 2)) {
        $0.entrenchment = entrenchment
      }
    }
    for index in 0..<attackers {
      let row = 3 + (index % defenders) * 2
      let id = small.add(
        0, .mechanized, men: 450, vehicles: [(0, 4), (1, 10)],
        at: small.hex(9 - index / defenders, row))
      orders.append(
        Order(side: SideID(0), unit: id, kind: .attack, target: small.hex(12, row)))
    }
    var run = Run(small.world(seed: seed))
    run.step(1, orders)
    run.step(hours * 60 - 1)
    #expect(run.world.checkInvariants() == [])
    var men = [0, 0]
    var start = [0, 0]
    var broken = [0, 0]
    for row in 0..<run.world.units.count {
      let side = run.world.setup.units[row].side.index
      men[side] += Int(run.world.units.personnel[row] >> 8)
      start[side] += Int(run.world.units.personnelAtStart[row] >> 8)
    }
    for event in run.events where event.kind == .unitBroke {
      broken[run.world.setup.units[event.unit?.row ?? 0].side.index] += 1
    }
    let first = run.events.first { $0.kind == .unitBroke }
    let loss = [0, 1].map { (start[$0] - men[$0]) * 1000 / start[$0] }
    let names = run.events.map { "\($0.kind)" }
    let counts = Set(names).sorted().map { name in
      "\(name)=\(names.filter { $0 == name }.count)"
    }
    return "\(attackers):\(defenders) E\(entrenchment) \(hours)h: att \(loss[0])‰ def \(loss[1])‰"
      + " broken \(broken) first \(first?.tick.rawValue ?? -1)"
      + " coh \(run.world.units.cohesion) \(counts)"
  }

  @Test func table() {
    for hours in [6, 24] {
      print(assault(attackers: 1, defenders: 1, entrenchment: 1, hours: hours, seed: 1))
      print(assault(attackers: 3, defenders: 1, entrenchment: 1, hours: hours, seed: 1))
      print(assault(attackers: 3, defenders: 1, entrenchment: 2, hours: hours, seed: 1))
      print(assault(attackers: 6, defenders: 2, entrenchment: 2, hours: hours, seed: 1))
      print(assault(attackers: 12, defenders: 2, entrenchment: 2, hours: hours, seed: 1))
    }
  }
}

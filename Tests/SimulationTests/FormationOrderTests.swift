import Testing

@testable import Simulation

/// Orders to formations, attachment, command delay and waypoints.
@Suite struct FormationOrderTests {
  /// Two regiments of side 0, each with its staff: units 0…4 are staff, three battalions and guns
  /// of the first, 5 and 6 staff and a battalion of the second, far from the first.
  private func small() -> SmallWorld {
    var small = SmallWorld(columns: 40, rows: 24)
    small.formations += [
      FormationSetup(
        id: "az.r1", name: "1st", shortName: "1", sidc: "", side: SideID(0), parent: FormationID(0),
        headquarters: UnitID(0)),
      FormationSetup(
        id: "az.r2", name: "2nd", shortName: "2", sidc: "", side: SideID(0), parent: FormationID(0),
        headquarters: UnitID(5)),
    ]
    let first = { (unit: inout UnitSetup) in unit.formation = FormationID(2) }
    let second = { (unit: inout UnitSetup) in unit.formation = FormationID(3) }
    small.add(0, .headquarters, men: 40, at: small.hex(2, 10), first)
    for row in [8, 10, 12] { small.add(0, .infantry, at: small.hex(4, row), first) }
    small.add(0, .artillery, men: 200, vehicles: [(2, 18), (3, 30)], at: small.hex(3, 11), first)
    small.add(0, .headquarters, men: 40, at: small.hex(36, 2), second)
    small.add(0, .infantry, at: small.hex(36, 4), second)
    return small
  }

  private func order(_ formation: Int?, _ kind: OrderKind, _ target: Int32? = nil) -> Order {
    Order(
      side: SideID(0), unit: UnitID(formation == 3 ? 5 : 0), kind: kind, target: target,
      formation: formation.map { FormationID($0) })
  }

  @Test func theLineNamesTheFormation() throws {
    let setup = small().setup
    let attack = order(2, .attack, 400)
    let line = attack.line(in: setup)
    #expect(line.hasPrefix("az az.r1 attack "))
    #expect(try Order(line: line, in: setup) == attack)
  }

  @Test func partsSpreadAcrossTheWay() throws {
    let small = small()
    var run = Run(small.world())
    let goal = small.hex(24, 10)
    let attack = order(2, .attack, goal)
    #expect(run.world.rejection(of: attack) == nil)
    let parts = run.world.picture(for: .side(SideID(0)), events: []).parts(of: attack)
    run.step(1, [attack])
    #expect(run.world.pending.map(\.order) == parts)
    let troops = parts.filter { $0.kind == .attack }
    #expect(troops.map(\.unit.rawValue) == [1, 2, 3])
    let goals = troops.compactMap(\.target)
    #expect(Set(goals).count == 3 && goals.contains(goal))
    #expect(goals.allSatisfy { small.terrain.grid.distance(Int($0), Int(goal)) <= 2 })
    // From north to south as they stood.
    let rows = goals.map { small.terrain.grid.hex(at: Int($0)).row }
    #expect(rows == rows.sorted() || rows == rows.sorted().reversed())
    // The guns do not reach: they follow behind, as the staff does.
    let rear = parts.filter { $0.kind == .march }
    #expect(rear.map(\.unit.rawValue) == [0, 4])
    for part in rear {
      let distance = small.terrain.grid.distance(Int(try #require(part.target)), Int(goal))
      #expect((3...10).contains(distance))
    }
  }

  @Test func gunsInReachStayAndSupport() {
    let small = small()
    let parts = small.world().partOrders(of: order(2, .attack, small.hex(14, 10)))
    #expect(!parts.contains { $0.unit == UnitID(4) })
  }

  @Test func anOrderNobodyCanTakeIsRefused() {
    let small = small()
    let world = small.world()
    let strike = world.rejection(of: order(2, .airStrike, small.hex(14, 10)))
    #expect(strike?.reason == .noPart)
    let fire = world.rejection(of: order(2, .bombard, small.hex(39, 10)))
    #expect(fire?.reason == .outOfRange)
  }

  @Test func attachmentMovesTheCommand() throws {
    let small = small()
    var run = Run(small.world())
    let near = run.world.expectedDelay(of: 3)
    var attach = Order(side: SideID(0), unit: UnitID(3), kind: .attach, superior: FormationID(3))
    #expect(run.world.rejection(of: attach) == nil)
    run.step(60, [attach])
    #expect(run.world.units.formation[3] == 3)
    #expect(run.world.headquarters(above: 3)?.row == 5)
    #expect(run.world.expectedDelay(of: 3) > near)
    let report = run.world.picture(for: .side(SideID(0)), events: []).report(UnitID(3))
    #expect(report?.commander == FormationID(3))
    #expect(report?.orderDelay == run.world.expectedDelay(of: 3))
    #expect(run.world.rejection(of: attach)?.reason == .noSuchCommand)
    // Orders to its new formation include it, those to its old one do not.
    #expect(run.world.partOrders(of: order(3, .hold)).map(\.unit.rawValue) == [3, 6, 5])
    #expect(run.world.partOrders(of: order(2, .hold)).map(\.unit.rawValue) == [1, 2, 0, 4])
    attach.kind = .detach
    attach.superior = nil
    run.step(90, [attach])
    #expect(run.world.units.formation[3] == 2)
    #expect(run.world.expectedDelay(of: 3) == near)
  }

  @Test func aFormationIsAttachedWithItsParts() throws {
    let small = small()
    var run = Run(small.world())
    var attach = order(2, .attach)
    attach.superior = FormationID(3)
    run.step(60, [attach])
    #expect(run.world.command.superior[2] == 3)
    #expect(run.world.partOrders(of: order(3, .hold)).count == 7)
    // A ring is refused.
    var ring = order(3, .attach)
    ring.superior = FormationID(2)
    #expect(run.world.rejection(of: ring)?.reason == .noSuchCommand)
    #expect(run.world.headquarters(above: 0)?.row == 5)
    // Its own staff lost, the battalions turn to the other's, and orders take longer.
    let before = run.world.expectedDelay(of: 1)
    run.world.units.status[0] = .gone
    run.step(15)
    #expect(run.world.headquarters(above: 1)?.row == 5)
    #expect(run.world.expectedDelay(of: 1) > before)
  }

  @Test func delayGrowsWithEchelonAndDistanceAndLink() {
    var small = small()
    small.add(0, .mortar, men: 60, at: small.hex(4, 10)) { $0.formation = FormationID(2) }
    small.add(0, .leader, men: 5, at: small.hex(36, 5))
    var world = small.world()
    #expect(world.expectedDelay(of: 7) < world.expectedDelay(of: 2))
    let near = world.expectedDelay(of: 2)
    world.units.hex[2] = small.hex(38, 22)
    #expect(world.expectedDelay(of: 2) > near)
    let far = world.expectedDelay(of: 2)
    world.units.inCommand[2] = 0
    #expect(world.expectedDelay(of: 2) == 2 * far)
    // The leader stands by the second regiment: half the time.
    let led = world.expectedDelay(of: 6)
    world.units.hex[8] = small.hex(2, 22)
    #expect((2 * led...2 * led + 1).contains(world.expectedDelay(of: 6)))
    #expect(world.recallDelay(of: 2) < world.commandDelay(of: 2))
  }

  @Test func waypointsAreTakenInOrder() throws {
    let small = small()
    var run = Run(small.world())
    let ways = [small.hex(10, 4), small.hex(14, 16)]
    let goal = small.hex(20, 10)
    let move = Order(
      side: SideID(0), unit: UnitID(2), kind: .move, target: goal, ways: ways)
    run.step(1, [move])
    var seen: [Int32] = []
    var foreseen: [Int32] = []
    for _ in 0..<1500 where run.world.units.orderStage[2] != .done {
      run.step(1)
      let hex = run.world.units.hex[2]
      if (ways + [goal]).contains(hex), seen.last != hex { seen.append(hex) }
      let picture = run.world.picture(for: .side(SideID(0)), events: [])
      let report = picture.report(UnitID(2))
      if foreseen.isEmpty, let report, report.ways.count == 2, !report.path.isEmpty {
        foreseen = picture.wayAhead(of: report)
      }
      if seen.count == 1 { #expect(report?.ways == [ways[1]]) }
    }
    #expect(seen == ways + [goal])
    #expect(foreseen.last == goal && (ways + [goal]).allSatisfy(foreseen.contains))
    #expect(run.events.filter { $0.kind == .arrived && $0.unit == UnitID(2) }.count == 1)
  }
}

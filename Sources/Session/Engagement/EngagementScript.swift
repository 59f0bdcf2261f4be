import Simulation

/// The plain orders by which both forces of an engagement fight: what the defender's posture and
/// the schemes of both say, and nothing that came of it.
struct EngagementScript {
  /// Minutes between two looks at one's units.
  private static let interval: Int32 = 30
  /// Cohesion from which a unit is sent forward, permille.
  private static let fit: Int32 = 720

  /// Kilometres from the mean line of the attackers to the next bound.
  private static let bound = 2
  /// Minutes to put oneself in order after a bound or a check.
  private static let pause: Int32 = 600
  /// Minutes in which a kilometre of houses is cleared, whoever is still in it, before anybody goes
  /// on: a town of three or four kilometres takes a week where its beaten garrison stays in the
  /// houses (SIMULATION.md on a town of 2,000 defenders; Falluja in November 2004: six days).
  private static let clearing: Int32 = 2880

  private let item: EngagementCase
  private let strip: EngagementStrip

  /// The script of a battle.
  init(_ item: EngagementCase) {
    self.item = item
    strip = EngagementStrip(item)
  }

  /// The orders of this minute; all of them are acceptable.
  func orders(_ world: World) -> [Order] {
    guard world.tick.rawValue % Self.interval == 1 else { return [] }
    var orders: [Order] = []
    var reliefs = reliefs(world)
    for row in world.setup.units.indices where world.units.status[row] == .active {
      let unit = world.setup.units[row]
      let order: Order? =
        if unit.arm == .attackAircraft {
          strike(row, world)
        } else if unit.arm == .artillery {
          nil
        } else if unit.side.index == 0 {
          if isHeldBack(row, world), !takeRelief(&reliefs) { nil } else { assault(row, world) }
        } else {
          defend(row, world)
        }
      if let order, world.rejection(of: order) == nil { orders.append(order) }
    }
    return orders
  }

  /// Units in hand go forward; where they stop they are sent on when they are fit again.
  private func assault(_ row: Int, _ world: World) -> Order? {
    guard world.units.task[row] != .attack, world.units.cohesion[row] >= Self.fit else {
      return nil
    }
    let here = world.setup.terrain.grid.hex(at: Int(world.units.hex[row]))
    let objective = EngagementStrip.line + EngagementStrip.objectiveDepth
    // Who has the enemy before him presses on; the others go bound by bound, and who has come ahead
    // waits until the rest are up.
    // Who stands before the enemy's forward line does so too, whether he sees anybody or not.
    let isInContact =
      world.units.sinceHit[row] < 30 || Int(here.column) == EngagementStrip.line - 1
    // Among houses it goes block by block.
    let isAmongHouses = item.cover == .urban && Int(here.column) >= EngagementStrip.line
    let bound =
      isInContact || isAmongHouses ? Int(here.column) + 1 : meanColumn(world) + Self.bound
    let goal = min(objective, bound)
    let waited = world.tick.rawValue - world.units.taskSince[row]
    let isRested =
      isAmongHouses
      ? waited >= Self.clearing
      : isInContact || world.units.taskSince[row] == 0 || waited >= Self.pause
    guard Int(here.column) < goal, isRested else { return nil }
    return Order(
      side: SideID(0), unit: UnitID(row), kind: .attack,
      target: strip.hex(goal, Int(here.row)))
  }

  /// How many attackers of the first echelon are out of the fight and not relieved yet.
  private func reliefs(_ world: World) -> Int {
    var count = 0
    for row in world.setup.units.indices
    where world.setup.units[row].side.index == 0 && !world.setup.units[row].arm.isIndirect
      && !world.setup.units[row].arm.isAircraft
    {
      let isSpent =
        world.units.status[row] != .active || world.units.cohesion[row] < Self.fit
      if startsBehind(row, world) {
        if !isHeldBack(row, world) { count -= 1 }
      } else if isSpent {
        count += 1
      }
    }
    return count
  }

  private func startsBehind(_ row: Int, _ world: World) -> Bool {
    let column = Int(world.setup.units[row].start) % EngagementStrip.columns
    return column <= EngagementStrip.line - 2 - EngagementStrip.secondEchelonDepth
  }

  /// Whether a unit of the second echelon has not been sent forward yet.
  private func isHeldBack(_ row: Int, _ world: World) -> Bool {
    startsBehind(row, world) && world.units.hex[row] == world.setup.units[row].start
      && world.units.task[row] == .hold
  }

  private func takeRelief(_ reliefs: inout Int) -> Bool {
    guard reliefs > 0 else { return false }
    reliefs -= 1
    return true
  }

  /// The mean column of the attackers in hand.
  private func meanColumn(_ world: World) -> Int {
    var (sum, count) = (0, 0)
    for row in world.setup.units.indices
    where world.setup.units[row].side.index == 0 && world.units.status[row] == .active {
      let arm = world.setup.units[row].arm
      guard arm == .infantry || arm == .armor, !startsBehind(row, world) else { continue }
      sum += Int(world.units.hex[row]) % EngagementStrip.columns
      count += 1
    }
    return count > 0 ? sum / count : EngagementStrip.line
  }

  /// Who delays gives ground when the enemy has closed up; who holds, holds.
  private func defend(_ row: Int, _ world: World) -> Order? {
    guard item.posture == .delay || item.posture == .withdrawal,
      world.units.task[row] == .hold, world.units.sinceHit[row] < 60
    else { return nil }
    let wait: Int32 = item.posture == .delay ? 720 : 180
    guard world.tick.rawValue - world.units.taskSince[row] >= wait else { return nil }
    let here = world.setup.terrain.grid.hex(at: Int(world.units.hex[row]))
    let column = min(EngagementStrip.columns - 1, Int(here.column) + 2)
    return Order(
      side: SideID(1), unit: UnitID(row), kind: .withdraw,
      target: strip.hex(column, Int(here.row)))
  }

  /// Flights strike what their side sees, one enemy after the other, from six to twenty.
  private func strike(_ row: Int, _ world: World) -> Order? {
    let minute = (Int(world.setup.clock.minuteOfDay) + Int(world.tick.rawValue)) % 1440
    guard (360..<1200).contains(minute), world.units.task[row] == .hold else { return nil }
    let unit = world.setup.units[row]
    // Sorties are spread over the fourteen hours.
    let due = Int(unit.sortiesPerDay) * (minute - 360 + 60) / 840
    guard Int(world.units.sorties[row]) < due else { return nil }
    let seen = world.knowledge[unit.side.index].inSight
    let targets = world.setup.units.indices.filter {
      seen[$0] == 1 && world.setup.units[$0].arm != .artillery && world.units.status[$0] == .active
    }
    guard !targets.isEmpty else { return nil }
    let pick = targets[(row * 7 + Int(world.tick.rawValue) / 30) % targets.count]
    return Order(
      side: unit.side, unit: UnitID(row), kind: .airStrike, target: world.units.hex[pick])
  }
}

import Simulation

/// How one play of an engagement ended.
public struct EngagementOutcome: Sendable, Equatable {
  /// What happened to one force.
  public struct Force: Sendable, Equatable {
    /// Mean cohesion of its units by their men at the start, permille; units that are gone count 0.
    public var cohesion: Double
    /// Men lost, percent of all men a battle day.
    public var lossPercentPerDay: Double
    /// Tanks lost, percent a battle day; nil where it has none.
    public var tankLossPercentPerDay: Double?
  }

  /// The attacker.
  public var attacker: Force
  /// The defender.
  public var defender: Force
  /// Ground won along the whole front, kilometres a battle day; negative where it was lost.
  public var advanceKilometersPerDay: Double

  /// ln of the ratio of the cohesions, each with 1 added: higher is better for the attacker.
  public var winScore: Double {
    NaturalLogarithm.of((attacker.cohesion + 1) / (defender.cohesion + 1))
  }

  /// Whether the attacker came out better; half a win where both are alike.
  public var attackerWins: Double {
    attacker.cohesion == defender.cohesion ? 0.5 : attacker.cohesion > defender.cohesion ? 1 : 0
  }
}

extension EngagementOutcome {
  /// The outcome of a world as it stands.
  init(_ world: World, of item: EngagementCase) {
    attacker = Self.force(0, world, men: item.attacker.men, item)
    defender = Self.force(1, world, men: item.defender.men, item)
    var taken = 0
    for hex in world.ground.control.indices {
      let isOwn = world.ground.control[hex] == 0
      let wasOwn = world.setup.initialControl[hex] == 0
      if isOwn, !wasOwn { taken += 1 } else if !isOwn, wasOwn { taken -= 1 }
    }
    let rows = Double(world.setup.terrain.grid.rows)
    let advance = Double(taken) / rows + Self.pressedIn(world) / rows
    advanceKilometersPerDay = advance / item.playedDays
  }

  /// How far the attackers have pressed into hexes that they do not hold yet, summed over the rows
  /// of the front.
  private static func pressedIn(_ world: World) -> Double {
    var rows = [Double](repeating: 0, count: world.setup.terrain.grid.rows)
    let units = world.units
    for row in world.setup.units.indices
    where world.setup.units[row].side.index == 0 && units.task[row] == .attack
      && world.ground.control[Int(units.nextHex[row])] == 1
    {
      let part = max(0, Double(units.progress[row] - 32_768) / 32_768)
      let line = Int(units.nextHex[row]) / EngagementStrip.columns
      rows[line] = max(rows[line], part)
    }
    return rows.reduce(0, +)
  }

  private static func force(
    _ side: Int, _ world: World, men: Double, _ item: EngagementCase
  ) -> Force {
    var (start, held, lost) = (0.0, 0.0, 0.0)
    var (tanks, tanksLost) = (0.0, 0.0)
    let units = world.units
    for row in world.setup.units.indices where world.setup.units[row].side.index == side {
      let unit = world.setup.units[row]
      lost += Double(units.personnelLost[row])
      let entry = row * VehicleClass.count + Int(VehicleClass.tank.rawValue)
      tanks += Double(units.vehiclesAtStart[entry])
      // Battle records count what was knocked out, recovered later or not.
      tanksLost += Double(units.vehiclesLost[entry] + units.vehiclesDamaged[entry])
      guard unit.arm != .attackAircraft else { continue }
      start += Double(units.personnelAtStart[row])
      let isThere = units.status[row] != .gone && units.status[row] != .departed
      if isThere { held += Double(units.personnelAtStart[row]) * Double(units.cohesion[row]) }
    }
    let all = men * EngagementStrip(item).slice
    return Force(
      cohesion: start > 0 ? held / start : 0,
      lossPercentPerDay: 100 * lost / 256 / all / item.playedDays,
      tankLossPercentPerDay: tanks > 0 ? 100 * tanksLost / tanks / item.playedDays : nil)
  }
}

import Simulation

/// Plays courses of action out on what the side believes and puts a worth on how they end.
///
/// The cost is counted in unit-ticks, so that a staff decides the same on every machine.
struct WarGame {
  /// What the side knows.
  let picture: Picture
  /// The hexes that the task is about; the first is its middle.
  let place: [Int32]
  /// What own losses weigh beside the enemy's, permille.
  let caution: Int64
  /// How long each course is played, minutes.
  let minutes: Int32
  /// Unit-ticks played so far.
  private(set) var spent: Int64 = 0

  /// How far around the middle the battle is believed, hexes.
  static let radius = 9

  init(
    picture: Picture, place: [Int32], caution: Int64, minutes: Int32
  ) {
    self.picture = picture
    self.place = place
    self.caution = caution
    self.minutes = minutes
  }

  /// The mean worth of a course over some samples, in men-equivalents: ground won, the enemy's
  /// power broken, own power lost.
  ///
  /// - Parameters:
  ///   - orders: what the force is told at once.
  ///   - samples: how many; in every other one the enemy comes on, in the rest he stands.
  mutating func worth(of orders: [Order], samples: Int) -> Int64 {
    var sum: Int64 = 0
    for sample in 0..<samples {
      sum += play(orders, enemyAttacks: sample & 1 == 1, sample: UInt64(sample))
    }
    return sum / Int64(max(1, samples))
  }

  private mutating func play(_ orders: [Order], enemyAttacks: Bool, sample: UInt64) -> Int64 {
    guard let middle = place.first else { return 0 }
    var battle = BelievedBattle(picture, around: middle, radius: Self.radius, sample: sample)
    var scratch = World.Scratch(for: battle.world)
    var events: [Event] = []
    let before = Balance(battle, place: place)
    var given = orders.compactMap { battle.translated($0) }
    if enemyAttacks { given += onslaught(battle) }
    given = given.filter { battle.world.rejection(of: $0) == nil }
    for minute in 0..<minutes {
      battle.step(minute == 0 ? given : [], scratch: &scratch, events: &events)
      events.removeAll(keepingCapacity: true)
    }
    spent += Int64(minutes) * Int64(battle.world.units.count)
    let after = Balance(battle, place: place)
    // The whole place is worth six tenths of the force that is to take or hold it.
    let ground = before.own * 600 / 1000 / Int64(max(1, place.count))
    return ground * (after.held - before.held) / 1000 + (before.enemy - after.enemy)
      - (before.own - after.own) * caution / 1000
  }

  /// The enemy comes on: each of his units goes for the nearest part of the place.
  private func onslaught(_ battle: BelievedBattle) -> [Order] {
    let grid = picture.setup.terrain.grid
    let world = battle.world
    return (battle.own.count..<world.units.count).compactMap { row in
      let hex = Int(world.units.hex[row])
      let goal = place.min {
        (grid.distance(Int($0), hex), $0) < (grid.distance(Int($1), hex), $1)
      }
      return goal.map {
        Order(side: world.setup.units[row].side, unit: UnitID(row), kind: .attack, target: $0)
      }
    }
  }
}

/// Where a believed battle stands.
private struct Balance {
  /// Own power, men-equivalents.
  var own: Int64 = 0
  /// The enemy's.
  var enemy: Int64 = 0
  /// Hexes of the place held, permille, with what is half won of others.
  var held: Int64 = 0

  init(_ battle: BelievedBattle, place: [Int32]) {
    let world = battle.world
    for row in 0..<world.units.count {
      let power = Self.power(world, row)
      if row < battle.own.count { own += power } else { enemy += power }
    }
    for hex in place where world.ground.control[Int(hex)] == battle.side.rawValue { held += 1000 }
    for row in 0..<world.units.count {
      let (hex, next) = (world.units.hex[row], world.units.nextHex[row])
      let won = Int64(world.units.progress[row] - 32_767)
      guard hex != next, won > 0, world.units.posture[row] == .attacking, place.contains(next)
      else { continue }
      // Half fought through counts half.
      let share = won * 1000 / 32_768
      held += row < battle.own.count ? share : -share
    }
  }

  /// A unit's strength times what it is shaken; who has broken counts a third.
  private static func power(_ world: World, _ row: Int) -> Int64 {
    let units = world.units
    guard units.status[row] != .gone, units.status[row] != .departed else { return 0 }
    let cells = row * VehicleClass.count
    let tanks = Int64(units.vehicles[cells + Int(VehicleClass.tank.rawValue)])
    let carriers = Int64(units.vehicles[cells + Int(VehicleClass.ifv.rawValue)])
    let whole =
      Int64(units.personnel[row]) + tanks * Int64(world.setup.rules.combat[.menPerTank])
      + carriers * Int64(world.setup.rules.combat[.menPerIfv])
    let steady = whole * Int64(units.cohesion[row]) / 1000 / 256
    return units.status[row] == .active ? steady : steady / 3
  }
}

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
  // Buffers are dear to make: those of a battle serve the next with as many units.
  private var scratches: [Int: World.Scratch] = [:]
  private var events: [Event] = []

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

  /// The mean worth of each course over some samples, in men-equivalents: ground won, the enemy's
  /// power broken, own power lost.
  ///
  /// All courses are tried on the same two samples; those that fall far behind are tried no
  /// further, and where one is far ahead of all others the comparison ends.
  ///
  /// - Parameters:
  ///   - courses: what the force is told at once under each.
  ///   - samples: how many; in every other one the enemy comes on, in the rest he stands.
  mutating func worths(of courses: [[Order]], samples: Int) -> [Int64] {
    guard let middle = place.first else { return courses.map { _ in 0 } }
    var sums = [Int64](repeating: 0, count: courses.count)
    var tries = [Int64](repeating: 0, count: courses.count)
    var open = Array(courses.indices)
    var margin: Int64 = 0
    for sample in 0..<samples {
      // One believed battle serves all courses; each plays its own copy.
      let start = BelievedBattle(
        picture, around: middle, radius: Self.radius, sample: UInt64(sample))
      margin = Balance(start, place: place).own / 20
      for index in open {
        sums[index] += play(courses[index], from: start, enemyAttacks: sample & 1 == 1)
        tries[index] += 1
      }
      guard sample & 1 == 1 else { continue }
      let means = open.map { sums[$0] / tries[$0] }
      let best = means.max() ?? 0
      open = open.filter { sums[$0] / tries[$0] >= best - margin }
      if open.count < 2 { break }
    }
    return courses.indices.map { sums[$0] / max(1, tries[$0]) }
  }

  private mutating func play(
    _ orders: [Order], from start: BelievedBattle, enemyAttacks: Bool
  ) -> Int64 {
    var battle = start
    let before = Balance(battle, place: place)
    var given = orders.compactMap { battle.translated($0) }
    if enemyAttacks { given += onslaught(battle) }
    given = given.filter { battle.world.rejection(of: $0) == nil }
    let count = battle.world.units.count
    var scratch = scratches.removeValue(forKey: count) ?? World.Scratch(for: battle.world)
    for minute in 0..<minutes {
      battle.step(minute == 0 ? given : [], scratch: &scratch, events: &events)
      events.removeAll(keepingCapacity: true)
    }
    scratches[count] = scratch
    spent += Int64(minutes) * Int64(count)
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

public import Simulation

/// One way in which an attack may go: a believed battle played until the place is taken, the
/// attack has failed or the time is up.
public struct AttackFork: Sendable, Hashable {
  /// Which of the possible battles it was.
  public var sample: UInt64
  /// Whether the place was taken.
  public var isTaken: Bool
  /// Minutes until it was taken or given up.
  public var minutes: Int32
  /// The attackers' men lost, permille of those who set out.
  public var ownLossPermille: Int32
  /// The men lost by the enemy around the place, permille of those believed there; 0 where none.
  public var enemyLossPermille: Int32
  /// What was not known, and how it was drawn.
  public var draws: [BelievedBattle.Draw]

  /// How long an attack is looked ahead after the way to the place, minutes.
  public static let lookAhead: Int32 = 240

  /// Plays an attack once.
  ///
  /// - Parameters:
  ///   - picture: what the side knows.
  ///   - orders: the attack orders of one side, all to places near `target`.
  ///   - target: the hex to be taken, as an index.
  ///   - sample: which of the possible battles.
  public static func play(
    _ picture: Picture, orders: [Order], target: Int32, sample: UInt64
  ) -> AttackFork {
    let grid = picture.setup.terrain.grid
    let attackers = Set(orders.map(\.unit))
    let farthest = picture.units.reduce(0) { most, unit in
      attackers.contains(unit.id)
        ? max(most, grid.distance(Int(unit.hex), Int(target))) : most
    }
    let radius = min(60, max(8, farthest + 2))
    var battle = BelievedBattle(picture, around: target, radius: radius, sample: sample)
    var scratch = World.Scratch(for: battle.world)
    var events: [Event] = []
    let translated = orders.compactMap { battle.translated($0) }
    let rows = translated.map(\.unit.row)
    let start = Tally(battle, attackers: rows)
    // A hex of cross-country takes a quarter of an hour on foot.
    let limit = lookAhead + Int32(farthest) * 15
    var minutes: Int32 = 0
    var isTaken = false
    while minutes < limit {
      battle.step(minutes == 0 ? translated : [], scratch: &scratch, events: &events)
      events.removeAll(keepingCapacity: true)
      minutes += 1
      isTaken = Self.isTaken(battle, rows, target)
      if isTaken || Self.hasFailed(battle, rows, after: minutes) { break }
    }
    let end = Tally(battle, attackers: rows)
    return AttackFork(
      sample: sample, isTaken: isTaken, minutes: minutes,
      ownLossPermille: Tally.permille(lost: start.own - end.own, of: start.own),
      enemyLossPermille: Tally.permille(lost: start.enemy - end.enemy, of: start.enemy),
      draws: battle.draws)
  }

  /// An attacker stands on the place and no enemy does.
  private static func isTaken(_ battle: BelievedBattle, _ rows: [Int], _ target: Int32) -> Bool {
    let units = battle.world.units
    guard rows.contains(where: { units.status[$0] == .active && units.hex[$0] == target })
    else { return false }
    return !(battle.own.count..<units.count).contains {
      units.hex[$0] == target && units.status[$0] != .gone && units.status[$0] != .departed
    }
  }

  /// No attacker is in hand any more, or all have given the attack up. Orders take up to
  /// `orderMinutes` to come into force.
  private static func hasFailed(
    _ battle: BelievedBattle, _ rows: [Int], after minutes: Int32
  ) -> Bool {
    let units = battle.world.units
    return rows.allSatisfy {
      units.status[$0] != .active || (minutes > orderMinutes && units.task[$0] != .attack)
    }
  }

  private static let orderMinutes: Int32 = 90
}

/// Men on both sides of a believed battle.
private struct Tally {
  var own: Int64 = 0
  var enemy: Int64 = 0

  init(_ battle: BelievedBattle, attackers: [Int]) {
    let units = battle.world.units
    for row in attackers { own += Int64(units.personnel[row]) }
    for row in battle.own.count..<units.count { enemy += Int64(units.personnel[row]) }
  }

  static func permille(lost: Int64, of whole: Int64) -> Int32 {
    whole > 0 ? Int32(clamping: max(0, lost) * 1000 / whole) : 0
  }
}

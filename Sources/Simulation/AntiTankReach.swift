/// What covers a hex from weapons against vehicles.
enum FireCover: UInt8, Sendable {
  case open, wood, urban
}

/// How many weapons against vehicles have one before them: what the table says, looked up once a
/// tick (SIMULATION.md, equation 5: the degrade times V, the share that sees a target in reach).
struct AntiTankReach: Sendable {
  /// By cover, ppm of the weapons of short reach.
  private let close: (Int64, Int64, Int64)
  /// By cover, ppm of the weapons of long reach.
  private let long: (Int64, Int64, Int64)
  /// What two hexes leave, permille.
  private let far: Int64
  /// What standing still leaves, permille.
  private let still: Int64

  /// The shares of a table.
  init(_ table: RuleTable<CombatKey>) {
    func share(_ key: CombatKey) -> Int64 { Int64(max(0, min(1000, table[key]))) }
    let degrade = share(.antiTankDegrade)
    close = (
      degrade * share(.antiTankCloseOpen), degrade * share(.antiTankCloseWood),
      degrade * share(.antiTankCloseUrban)
    )
    long = (
      degrade * share(.antiTankLongOpen), degrade * share(.antiTankLongWood),
      degrade * share(.antiTankLongUrban)
    )
    far = share(.antiTankFar)
    still = share(.antiTankStill)
  }

  /// Kills a minute of some shooters' weapons on one of their targets, ppm of a vehicle.
  func kills(_ pair: FirePair, _ shooters: Shooters) -> Int64 {
    let cover = max(pair.cover.rawValue, shooters.cover.rawValue)
    // Rocket launchers reach where men are among the vehicles: in one hex, or where one side has
    // closed up to the other.
    let isClose =
      pair.distance == 0 || pair.distance == 1 && (pair.isClosedUp || shooters.stance.isClosedUp)
    var kills = shooters.longKills * Self.share(long, cover) / 1_000_000
    if pair.distance > 1 { kills = kills * far / 1000 }
    if isClose { kills += shooters.closeKills * Self.share(close, cover) / 1_000_000 }
    if !pair.isOpen { kills = kills * still / 1000 }
    kills = kills * Int64(pair.intensity) / 1000
    return kills * pair.weight / max(1, shooters.armouredWeight)
  }

  private static func share(_ shares: (Int64, Int64, Int64), _ cover: UInt8) -> Int64 {
    switch cover {
    case 0: shares.0
    case 1: shares.1
    default: shares.2
    }
  }
}

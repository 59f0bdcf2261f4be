/// What goes into a unit's power in a fight.
public enum PowerTerm: UInt8, CaseIterable, Sendable {
  /// Its men and weapons against all that the enemy brings to bear.
  case numbers
  /// Suppression.
  case suppression
  /// Cohesion lost.
  case cohesion
  /// Fatigue.
  case fatigue
  /// Ammunition, readiness, kind of unit, and whether it is still in hand.
  case state
  /// Quality.
  case quality
  /// Its positions.
  case positions
  /// Houses, woods and slopes.
  case ground
  /// Surprise and who rules the air.
  case conditions

  /// The name in JSON: snake_case.
  public var key: String { snakeCased("\(self)") }
}

/// A unit's last fight in direct fire as the rules reckoned it: which terms decided the balance of
/// powers (SIMULATION.md, equations 2 and 7).
public struct FightAccount: Sendable, Hashable {
  /// When it was reckoned last.
  public var tick: Tick
  /// Where the unit was.
  public var hex: Int32
  /// The enemy who fires most, in an umpire's account.
  public var opponent: UnitID?
  /// The same as the side's own contact.
  public var contact: ContactID?
  /// Its own men and weapons in direct fire, men-equivalents.
  public var strength: Int32
  /// Its own power in the balance, men-equivalents.
  public var power: Int32
  /// The power of all enemies who fire at it, men-equivalents; to two figures in a side's account.
  public var enemyPower: Int32
  /// How hard the fight is, permille of full contact.
  public var intensity: Int32
  /// The directions from which enemies press, 0…6.
  public var directions: Int32
  /// Men lost at this rate in a day, permille of those present.
  public var dailyLoss: Int32
  /// What each term but the numbers multiplies its power by.
  public var factors: PowerFactors
}

/// What multiplies the power of a unit's men and weapons, permille each.
public struct PowerFactors: Sendable, Hashable {
  /// Suppression.
  public var suppression: Int32 = 1000
  /// Cohesion lost.
  public var cohesion: Int32 = 1000
  /// Fatigue.
  public var fatigue: Int32 = 1000
  /// Ammunition, readiness, kind of unit, status.
  public var state: Int32 = 1000
  /// Quality.
  public var quality: Int32 = 1000
  /// Positions.
  public var positions: Int32 = 1000
  /// Ground.
  public var ground: Int32 = 1000
  /// Surprise and the air.
  public var conditions: Int32 = 1000

  /// The factor of a term; 1,000 for the numbers, which are no factor.
  public subscript(term: PowerTerm) -> Int32 {
    switch term {
    case .numbers: 1000
    case .suppression: suppression
    case .cohesion: cohesion
    case .fatigue: fatigue
    case .state: state
    case .quality: quality
    case .positions: positions
    case .ground: ground
    case .conditions: conditions
    }
  }
}

extension FightAccount {
  /// The natural logarithm of own to enemy power in permille: above 0 the unit has the upper hand.
  public var balance: Int32 { Self.logarithm(Int64(power), Int64(enemyPower)) }

  /// How much each term adds to the balance or takes from it, permille of the logarithm, in the
  /// order of `PowerTerm`: they add up to `balance` but for rounding.
  public var terms: [(term: PowerTerm, share: Int32)] {
    PowerTerm.allCases.map { term in
      let share =
        term == .numbers
        ? Self.logarithm(Int64(strength), Int64(enemyPower))
        : Self.logarithm(Int64(factors[term]), 1000)
      return (term, share)
    }
  }

  private static func logarithm(_ a: Int64, _ b: Int64) -> Int32 {
    let ratio = max(1, max(1, a) * Fixed.one / max(1, b))
    return Int32(Int64(Fixed.lnQ16(ratio)) * 1000 / Fixed.one)
  }
}

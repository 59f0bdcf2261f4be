/// How a staff weighs risk.
public enum Temperament: String, CaseIterable, Sendable {
  case cautious, balanced, bold

  /// The own strength, in percent of the enemy's as known, from which it attacks.
  var attackPercent: Int64 {
    switch self {
    case .cautious: 170
    case .balanced: 110
    case .bold: 70
    }
  }

  /// The enemy's strength, in percent of its own, from which it gives way when told to avoid
  /// battle.
  var overmatchPercent: Int64 {
    switch self {
    case .cautious: 90
    case .balanced: 130
    case .bold: 180
    }
  }

  /// What own losses weigh in a play-out beside the enemy's, permille.
  var caution: Int64 {
    switch self {
    case .cautious: 1600
    case .balanced: 1100
    case .bold: 750
    }
  }

  /// What three hours of standing by cost a force that has a place to take, permille of its power.
  var impatience: Int64 {
    switch self {
    case .cautious: 20
    case .balanced: 50
    case .bold: 90
    }
  }

  /// The cohesion in permille below which it takes a unit out of an attack.
  var restBelow: Int32 {
    switch self {
    case .cautious: 700
    case .balanced: 620
    case .bold: 540
    }
  }
}

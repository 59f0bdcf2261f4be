/// Cohesion, shocks, rally, fatigue and entrenchment: one case a parameter.
public enum MoraleKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

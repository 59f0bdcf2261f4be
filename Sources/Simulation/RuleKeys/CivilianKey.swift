/// Civilians and partisans: one case a parameter.
public enum CivilianKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

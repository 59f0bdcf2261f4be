/// Who sees whom: one case a parameter.
public enum SpottingKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

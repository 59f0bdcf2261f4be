/// Speeds, terrain costs and traffic: one case a parameter.
public enum MovementKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

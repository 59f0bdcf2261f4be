/// Delays of orders: one case a parameter.
public enum CommandKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

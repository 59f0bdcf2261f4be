/// Ammunition, fuel and lines of supply: one case a parameter.
public enum SupplyKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

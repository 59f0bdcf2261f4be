/// Fire, losses and suppression: one case a parameter.
public enum CombatKey: Int, RuleKey {
  /// Placeholder until the group's rules stand; in no unit.
  case reserved
}

/// Speeds, terrain costs and traffic: one case a parameter.
public enum MovementKey: Int, RuleKey {
  /// Range on a full load of fuel, in tenths of a kilometre [J].
  case fuelRangeTenths
}

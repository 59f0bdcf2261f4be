/// A small sound scenario as text, without its order of battle.
public enum SmallScenario {
  /// Everything above `order_of_battle`: clock, sides `az` and `tal`, one objective, the ground
  /// each side holds; 15 lines.
  public static let head = """
    format: 1
    title: Small
    theatre: mughan
    clock:
      start: 1998-09-12T06:00
      utc_offset: "+05:00"
    sides:
      - {id: az, name: Azerbaijan, adjective: Azeri, identity: 3, color: "#3D6FB4"}
      - {id: tal, name: Talysh, adjective: Talysh, identity: 6, color: "#C0392B"}
    cease_fire: {between: [+10:00, +12:00], holder: tal, town: calilabad}
    objectives:
      - {town: calilabad, quarter: center, per_hour: 5, at_end: {az: 10, tal: 20}}
    territory:
      - {side: tal, outline: [[48.3, 39.1], [48.9, 39.1], [48.9, 38.4], [48.3, 38.4]]}
      - {side: az, rest: true}

    """
}

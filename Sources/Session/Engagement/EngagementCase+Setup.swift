public import Simulation

extension EngagementCase {
  /// The battle as a setup on a flat strip: uniform ground, infantry in battalions until three
  /// fifths of the men are used, tanks and guns in battalions, aircraft by sorties, the defender
  /// dug in by his posture.
  ///
  /// - Parameter spread: by how much the quality of both sides is off what is known of it
  public func setup(rules: Rules, spread: QualitySpread = QualitySpread()) -> BattleSetup {
    let strip = EngagementStrip(self)
    let forces = EngagementForces(strip, rules: rules, spread: spread)
    var attacker = SideSetup(
      id: "att", name: "Attacker", adjective: "Attacking", identity: 3, color: "#3D6FB4", enemy: 1)
    var defender = SideSetup(
      id: "def", name: "Defender", adjective: "Defending", identity: 6, color: "#B43D3D", enemy: 0)
    attacker.surprise = Int32(max(0, surprise))
    defender.surprise = Int32(max(0, -surprise))
    attacker.hasAirSuperiority = airSuperiority > 0
    defender.hasAirSuperiority = airSuperiority < 0
    // The middle month of the season in the middle latitudes; the year does not matter.
    let clock = BattleClock(
      year: 2001, month: season.rawValue, day: 15, minuteOfDay: Int32(startMinute),
      utcOffsetMinutes: 0, latitudeMillidegrees: 45_000, longitudeMillidegrees: 0)
    let end = Int32(lengthMinutes + 1)
    return BattleSetup(
      scenarioID: "engagement", title: "Engagement \(id)", terrain: strip.terrain, clock: clock,
      isWet: isWet, rules: rules, sides: [attacker, defender], formations: forces.formations,
      units: forces.units, initialControl: strip.control,
      ceaseFire: CeaseFireSetup(band: end...end, holder: SideID(1)))
  }

  /// Minutes to be played; battles of more than ten days are played for ten.
  var lengthMinutes: Int { min(hours, 240) * 60 }

  /// Days by which the rates of what was played are reckoned.
  var playedDays: Double { Double(min(days, 10)) }
}

import Simulation

/// Builds the counters of both sides of an engagement.
struct EngagementForces {
  private let strip: EngagementStrip
  private let rules: Rules
  private let spread: QualitySpread
  private(set) var units: [UnitSetup] = []
  private(set) var formations: [FormationSetup] = []

  /// The counters of a battle.
  init(_ strip: EngagementStrip, rules: Rules, spread: QualitySpread) {
    self.strip = strip
    self.rules = rules
    self.spread = spread
    add(side: 0, strip.item.attacker)
    add(side: 1, strip.item.defender)
  }

  private mutating func add(side: Int, _ force: EngagementCase.Force) {
    let tanks = force.tanks * strip.slice
    let guns = force.guns * strip.slice
    let fighting = force.men * strip.slice * EngagementStrip.fightingShare
    let infantry = max(fighting / 2, fighting - tanks * EngagementStrip.crewPerTank)
    let count = min(
      EngagementStrip.mostBattalions,
      max(
        1, (infantry / EngagementStrip.battalionMen).rounded(),
        min(Double(strip.rows), (infantry / EngagementStrip.companyMen).rounded())))
    let first = formations.count
    let battalions = Int(count)
    // A slice of a long front is a part of larger formations.
    let share = EngagementStrip.firstEchelon(infantry: infantry / strip.slice)
    for index in 0..<battalions {
      if index % 3 == 0 { formations.append(formation(side)) }
      addBattalion(
        side, .infantry, men: infantry / count, holding: nil, index, of: battalions,
        inFront: share, formation: first + index / 3)
    }
    addTanks(side, tanks, crews: fighting - infantry, inFront: share)
    addGuns(side, guns)
    addAircraft(side, sorties: force.airSorties * strip.slice)
  }

  private mutating func addTanks(_ side: Int, _ tanks: Double, crews: Double, inFront share: Double)
  {
    guard tanks >= 1 else { return }
    let count = max(1, (tanks / EngagementStrip.battalionTanks).rounded())
    formations.append(formation(side))
    for index in 0..<Int(count) {
      addBattalion(
        side, .armor, men: max(crews / count, 2 * tanks / count),
        holding: ("t55", tanks / count), index, of: Int(count), inFront: share,
        formation: formations.count - 1)
    }
  }

  private mutating func addGuns(_ side: Int, _ guns: Double) {
    guard guns >= 1 else { return }
    let count = min(40, max(1, (guns / EngagementStrip.battalionGuns).rounded()))
    formations.append(formation(side))
    for index in 0..<Int(count) {
      let depth = 4 + index % 3 * 2
      var unit = unit(
        side, .artillery, men: EngagementStrip.crewPerGun * guns / count,
        formation: formations.count - 1)
      unit.vehicles = holdings([("d30", guns / count)])
      unit.start = place(side, depth: depth, row: strip.row(index, of: Int(count)))
      unit.entrenchment = side == 1 ? 1 : 0
      units.append(unit)
    }
  }

  /// Flights of strike aircraft; the side that is ruled from the air flies three sorties in ten.
  private mutating func addAircraft(_ side: Int, sorties: Double) {
    let isRuled = side == 0 ? strip.item.airSuperiority < 0 : strip.item.airSuperiority > 0
    let perDay = sorties / Double(strip.item.days) * (isRuled ? 0.3 : 1)
    guard perDay >= 1 else { return }
    let missions = 8.0
    let flights = min(12, max(1, (perDay / missions / 4).rounded()))
    formations.append(formation(side))
    for index in 0..<Int(flights) {
      let airframes = max(1, (perDay / missions / flights).rounded())
      var unit = unit(
        side, .attackAircraft, men: 2 * airframes, formation: formations.count - 1)
      unit.vehicles = holdings([("su25", airframes)])
      unit.start = place(side, depth: 12, row: strip.row(index, of: Int(flights)))
      unit.sortiesPerDay = Int32(
        max(1, min(10, (perDay / flights / airframes).rounded())))
      units.append(unit)
    }
  }

  private mutating func addBattalion(
    _ side: Int, _ arm: Arm, men: Double, holding: (String, Double)?, _ index: Int, of count: Int,
    inFront share: Double, formation: Int
  ) {
    var unit = unit(side, arm, men: men, formation: formation)
    if let holding { unit.vehicles = holdings([holding]) }
    // Two of three stand in front, the third behind them; larger formations keep more back.
    let front = max(1, Int((Double(count) * share).rounded()))
    if index < front {
      let isReserve = front >= 3 && index % 3 == 1
      let depth = isReserve ? (side == 0 ? 2 : 3) : 0
      unit.start = place(side, depth: depth, row: strip.row(index, of: front))
    } else {
      let row = strip.row(index - front, of: count - front)
      unit.start = place(side, depth: EngagementStrip.secondEchelonDepth, row: row)
    }
    if side == 1 { unit.entrenchment = entrenchment(index) }
    units.append(unit)
  }

  private func entrenchment(_ index: Int) -> UInt8 {
    let posture =
      index % 2 == 1 ? strip.item.secondPosture ?? strip.item.posture : strip.item.posture
    return switch posture {
    case .hasty, .delay: 1
    case .prepared: 2
    case .fortified: 4
    case .withdrawal: 0
    }
  }

  /// The hex of a depth behind a side's forward line; attackers start two hexes from the enemy.
  private func place(_ side: Int, depth: Int, row: Int) -> Int32 {
    let line = EngagementStrip.line
    let column = side == 0 ? line - 2 - depth : line + depth
    return strip.hex(max(0, min(EngagementStrip.columns - 1, column)), row)
  }

  private func formation(_ side: Int) -> FormationSetup {
    FormationSetup(
      id: "\(side).\(formations.count)", name: "Formation \(formations.count)",
      shortName: "\(formations.count)", sidc: "", side: SideID(side))
  }

  private func unit(_ side: Int, _ arm: Arm, men: Double, formation: Int) -> UnitSetup {
    let lead = Double(strip.item.qualityLead)
    // The lead is shared out: the attacker has the larger half above, the defender the rest below.
    let known = Int32(side == 0 ? (lead / 2).rounded() : (lead / 2).rounded() - lead)
    let quality = max(-3, min(3, known + (side == 0 ? spread.attacker : spread.defender)))
    return UnitSetup(
      id: "\(side).\(formation).\(units.count)", name: "Unit \(units.count)",
      shortName: "\(units.count)", sidc: "", side: SideID(side),
      formation: FormationID(formation), arm: arm,
      personnel: Int32(max(1, min(20_000, men.rounded()))),
      qualityBand: quality...quality, start: 0)
  }

  private func holdings(_ parts: [(String, Double)]) -> [VehicleHolding] {
    parts.compactMap { id, count in
      guard let row = rules.equipment.firstIndex(where: { $0.id == id }) else { return nil }
      return VehicleHolding(
        equipment: Int16(row), count: Int32(max(1, min(1000, count.rounded()))))
    }
  }
}

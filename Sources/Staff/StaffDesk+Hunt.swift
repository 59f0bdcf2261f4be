import Simulation

/// What troops that gather or have fallen back do about an enemy who has settled among them.
extension StaffDesk {
  /// How near to waiting troops an enemy is one of the neighbourhood, in hexes.
  private static let neighborhood = 5
  /// Minutes after which a neighbour is taken to stay; a column on its way is let pass.
  private static let settledMinutes: Int32 = 360

  /// Shares the waiting fighters out over the enemies that have settled near them. Who waits has
  /// nothing else to do: each enemy gets five times the strength that an attack wants where there
  /// is as much, tanks first, and is left alone where there is not twice as much.
  mutating func chooseHunters(_ assignments: [(StaffTask, [UnitReport])]) {
    guard staff.mode == .thinking, picture.rulesOfEngagement[staff.side.index] == .free else {
      return
    }
    let waiting = assignments.flatMap { task, units in waitingFighters(of: task, units) }
    for enemy in settled(near: waiting) {
      let wanted =
        estimate.enemyPower(near: enemy.hex, within: 1, grid) * staff.temperament.attackPercent
        / 100
      var power: Int64 = 0
      let force = waiting.filter { hunt[$0.id] == nil && mayHunt($0, enemy) }
        .sorted { isBefore($0, $1, at: enemy.hex) }
        .prefix { unit in
          defer { power += Estimate.power(unit) }
          return power < 5 * wanted
        }
      guard power >= 2 * wanted else { continue }
      for unit in force { hunt[unit.id] = enemy.hex }
    }
  }

  /// Sends a unit at the enemy that it hunts; true while it does so.
  mutating func hunts(_ unit: UnitReport) -> Bool {
    guard let hex = hunt[unit.id] else { return false }
    if unit.hex == hex { return order(unit, .digIn, nil, patience: 30) }
    return order(unit, .attack, hex, patience: 30)
  }

  private func waitingFighters(of task: StaffTask, _ units: [UnitReport]) -> [UnitReport] {
    guard task.kind == .assemble || task.kind == .delay else { return [] }
    return units.filter {
      Self.fights(arm($0)) && (task.kind == .assemble || memory.gaveWay.contains($0.id))
    }
  }

  /// Enemies in the neighbourhood for long, by their numbers.
  private mutating func settled(near waiting: [UnitReport]) -> [Contact] {
    var found: [Contact] = []
    for enemy in estimate.contacts {
      let key = "enemy \(enemy.id.rawValue) near"
      guard isHunted(enemy),
        waiting.contains(where: {
          grid.distance(Int($0.hex), Int(enemy.hex)) <= Self.neighborhood
        })
      else {
        memory.begun[key] = nil
        continue
      }
      let since = memory.begun[key] ?? picture.tick
      memory.begun[key] = since
      if picture.tick - since >= Self.settledMinutes { found.append(enemy) }
    }
    return found
  }

  private func isHunted(_ enemy: Contact) -> Bool {
    guard let arm = enemy.arm else { return false }
    return arm != .partisans && !arm.isAircraft
  }

  private func mayHunt(_ unit: UnitReport, _ enemy: Contact) -> Bool {
    isFit(unit) && grid.distance(Int(unit.hex), Int(enemy.hex)) <= Self.striking
  }

  /// Who is at it already goes on; then tanks and carriers, then the nearest.
  private func isBefore(_ a: UnitReport, _ b: UnitReport, at hex: Int32) -> Bool {
    func rank(_ unit: UnitReport) -> (Int, Int, UnitID) {
      let isArmored = arm(unit) == .armor || arm(unit) == .mechanized
      let order = unit.task == .attack ? 0 : isArmored ? 1 : 2
      return (order, grid.distance(Int(unit.hex), Int(hex)), unit.id)
    }
    return rank(a) < rank(b)
  }
}

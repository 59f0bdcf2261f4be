import Simulation

extension StaffDesk {
  /// Why a unit gets an order, in a sentence for people: what the unit is like, what the task wants
  /// and what the play-outs said.
  func reason(of order: Order, to unit: UnitReport, _ task: StaffTask) -> String {
    var text = sentence(order.kind, order.target, unit, task)
    if let chosen = memory.courses[task.id], picture.tick < chosen.until {
      text += " (\(task.id): \(chosen.course.words), by play-outs)"
    } else {
      text += " (\(task.id))"
    }
    return text
  }

  private func sentence(
    _ kind: OrderKind, _ target: Int32?, _ unit: UnitReport, _ task: StaffTask
  ) -> String {
    switch kind {
    case .attack:
      let enemy = target.map { estimate.enemyPower(near: $0, within: 1, grid) } ?? 0
      return enemy > 0
        ? "Goes for \(place(target)), against about \(rounded(enemy)) men-equivalents"
        : "Goes for \(place(target)), where nobody is known to stand"
    case .march: return "Goes by road to \(place(target)); no enemy is known near"
    case .move: return "Takes up its post at \(place(target))"
    case .digIn, .hold: return "Keeps \(place(unit.hex)) and digs in"
    case .withdraw: return "Falls back: \(state(unit))"
    case .camp: return "Rests: \(state(unit))"
    case .reform: return "Gathers its remnants: \(state(unit))"
    case .resupply: return "Takes in ammunition: \(unit.ammunition / 10) % left"
    case .bombard where target.map { isStruckAt($0) } ?? false:
      return "Keeps who holds \(place(target)) down while it is attacked"
    case .bombard:
      return "Shells \(place(target)), the worthiest target known near the task's place"
    case .airStrike: return "Strikes \(place(target)) while it has sorties"
    case .airAssault: return "Lands near \(place(target)) to take the place from within"
    default: return "As the plan has it"
    }
  }

  /// What wears a unit most.
  private func state(_ unit: UnitReport) -> String {
    let near = estimate.enemyPower(near: unit.hex, within: 4, grid)
    if unit.cohesion < Self.breakPoint(unit) + 60 { return "close to breaking" }
    if near > 2 * Estimate.power(unit) {
      return "about \(rounded(near)) men-equivalents against it"
    }
    if unit.ammunition < 250 { return "\(unit.ammunition / 10) % of its ammunition left" }
    if unit.fatigue > 450 { return "tired out" }
    if unit.cohesion < 800 { return "shaken" }
    return "the task has no more for it to do there"
  }

  /// The quarter or town of a hex, else its place on the map.
  private func place(_ hex: Int32?) -> String {
    guard let hex else { return "its place" }
    let terrain = picture.setup.terrain
    let index = Int(terrain.quarter[Int(hex)])
    guard index >= 0 else {
      let at = grid.hex(at: Int(hex))
      return "\(at.column).\(at.row)"
    }
    let quarter = terrain.quarters[index]
    return "\(terrain.towns[quarter.town.index].name) (\(quarter.name))"
  }

  private func rounded(_ power: Int64) -> Int64 { max(10, (power + 25) / 50 * 50) }
}

import Simulation

extension StaffDesk {
  /// Goes into a town and does there what is asked: a cordon, a search.
  mutating func occupy(_ task: StaffTask, _ units: [UnitReport], as kind: OrderKind) {
    for (index, unit) in units.enumerated() {
      let post = task.place[index % task.place.count]
      if takesTurnToRest(unit, among: units) { continue }
      if hasComeUp(unit, to: post) {
        order(unit, kind, nil, patience: 60)
      } else if !clearsItsWay(unit) {
        send(unit, to: post, then: kind)
      }
    }
  }

  /// Leaders and headquarters travel and stay.
  mutating func visit(_ task: StaffTask, _ units: [UnitReport]) {
    guard let place = task.place.first else { return }
    for unit in units where grid.distance(Int(unit.hex), Int(place)) > 0 {
      if estimate.enemyPower(near: place, within: 2, grid) == 0 { send(unit, to: place) }
    }
  }

  /// Asks for free fire, once.
  mutating func release(_ task: StaffTask, _ units: [UnitReport]) {
    guard picture.rulesOfEngagement[staff.side.index] != .free, let unit = units.first,
      memory.begun[task.id + " asked"] == nil
    else { return }
    var order = Order(side: staff.side, unit: unit.id, kind: .engage)
    order.rules = .free
    guard picture.rejection(of: order) == nil else { return }
    memory.begun[task.id + " asked"] = picture.tick
    append(order)
  }
}

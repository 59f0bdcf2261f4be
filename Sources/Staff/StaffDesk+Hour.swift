import Simulation

extension StaffDesk {
  /// The side's H-hour as it is set, a person's word before the plan's.
  var hHour: Tick? {
    let entry = staff.side.index * HourName.count + Int(HourName.h.rawValue)
    guard picture.hours.indices.contains(entry), picture.hours[entry] >= 0 else {
      return staff.plan.hHour
    }
    return Tick(rawValue: picture.hours[entry])
  }

  /// Sets the plan's H-hour once, by any headquarters, so that orders can be tied to it.
  mutating func setHour() {
    guard let moment = staff.plan.hHour, memory.begun[Self.hourKey] == nil else { return }
    for unit in picture.units where arm(unit) == .headquarters && unit.status == .active {
      let order = Order(
        side: staff.side, unit: unit.id, kind: .setHour, notBefore: moment, hour: HourTie(.h))
      guard picture.rejection(of: order) == nil else { continue }
      memory.begun[Self.hourKey] = picture.tick
      return append(order)
    }
  }

  private static let hourKey = "H-hour set"
}

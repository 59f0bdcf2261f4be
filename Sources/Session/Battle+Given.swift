import Simulation
import Staff

extension Battle {
  /// A picture with the orders that have been given since the last tick shown as on their way: the
  /// world takes them with its next tick, the person sees them at once.
  func addingGiven(_ picture: Picture) -> Picture {
    guard !given.isEmpty, picture.tick == world.tick else { return picture }
    var picture = picture
    for order in given where order.kind.isTask {
      if case .side(let side) = picture.viewpoint, side != order.side { continue }
      let units = order.formation.map { Delegation.units(of: $0, in: source.setup) } ?? [order.unit]
      for unit in units {
        guard let index = picture.units.firstIndex(where: { $0.id == unit }) else { continue }
        let arrives = Tick(
          rawValue: picture.tick.rawValue + max(0, picture.units[index].orderDelay))
        var due: Tick? = max(arrives, order.notBefore ?? arrives)
        if let tie = order.hour {
          let place = order.side.index * HourName.count + Int(tie.hour.rawValue)
          let hour = picture.hours.indices.contains(place) ? picture.hours[place] : -1
          due =
            hour < 0 ? nil : max(arrives, Tick(rawValue: max(0, hour + tie.offset)))
        }
        picture.units[index].orders.append(
          PendingOrder(order: order, given: picture.tick, arrives: arrives, due: due))
      }
    }
    return picture
  }
}

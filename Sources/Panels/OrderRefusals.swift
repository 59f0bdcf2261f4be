import Simulation

/// Why each order of the bar would be refused to what is selected, whatever its place; kept for a
/// moment and a selection, since asking is not free.
struct OrderRefusals: Sendable {
  /// The orders of the bar from left to right.
  static let bar: [OrderKind] = [
    .move, .march, .attack, .hold, .digIn, .withdraw, .bombard, .airStrike, .airAssault, .cordon,
    .camp, .reform, .resupply,
  ]

  let tick: Tick
  let selection: [UnitID]
  /// The reason by order; none where at least one of the units would take it.
  let reasons: [OrderKind: OrderRejection]

  init(_ picture: Picture, _ units: [UnitReport], selection: [UnitID]) {
    tick = picture.tick
    self.selection = selection
    var reasons: [OrderKind: OrderRejection] = [:]
    for kind in Self.bar {
      var refused: OrderRejection?
      for unit in units.prefix(40) {
        guard let rejection = Self.standing(picture, kind, unit) else {
          refused = nil
          break
        }
        if refused == nil { refused = rejection }
      }
      reasons[kind] = refused
    }
    self.reasons = reasons
  }

  /// A refusal that no choice of place would lift.
  private static func standing(
    _ picture: Picture, _ kind: OrderKind, _ unit: UnitReport
  ) -> OrderRejection? {
    let target = kind.needsTarget ? unit.hex : nil
    let order = Order(side: unit.side, unit: unit.id, kind: kind, target: target)
    guard let rejection = picture.rejection(of: order) else { return nil }
    switch rejection.reason {
    case .notYours, .unitNotPresent, .unitOutOfHand, .cannotDoThat, .noAmmunition, .notDark,
      .nothingToCancel, .nothingToRecall, .noPart, .tooManyOrders, .alreadyOver:
      return rejection
    case .targetMissing, .targetOffMap, .targetWater, .targetNeutral, .noPath, .outOfRange,
      .underTruce, .momentPassed, .signalCannotCome, .badWaypoint, .noConduct, .noSuchCommand:
      return nil
    }
  }
}

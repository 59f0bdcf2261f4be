import Journal
public import Simulation
public import Staff

extension Battle {
  /// Why a unit's staff orders it as it does, the newest reason; nil where no staff does or it said
  /// nothing. A side's viewer learns of its own staffs alone.
  public func reason(for unit: UnitID, viewpoint: Viewpoint) -> StaffReason? {
    if case .side(let side) = viewpoint, source.setup.units[unit.row].side != side { return nil }
    return newestReasons[unit]
  }

  /// The staffs look at the tick's picture where it is their turn, and what they answered to an
  /// earlier one is ordered.
  func askStaffs() throws(JournalError) {
    let before = given
    for side in seats.indices {
      seats[side]?.look(world, isBeside: thinksBeside)
      guard let answer = seats[side]?.answer(at: world.tick) else { continue }
      note(answer.reasons)
      if isReplaying {
        compare(answer.orders, of: SideID(side))
      } else {
        for order in answer.orders where !resumedOrders.contains(order) { _ = try accept(order) }
      }
    }
    for index in delegated.indices where isLed(delegated[index].side) {
      delegated[index].look(world, isBeside: thinksBeside)
      let answer = delegated[index].answer(at: world.tick)
      if delegated[index].since < world.tick {
        delegated[index].leave(unitsByHand(before, but: answer?.orders ?? []))
      }
      guard let answer else { continue }
      note(answer.reasons)
      guard !isReplaying else { continue }
      for order in answer.orders
      where !resumedOrders.contains(order) && delegated[index].leads(order.unit) {
        _ = try accept(order)
      }
    }
    resumedOrders.removeAll()
  }

  /// Whether a staff commands a side now.
  func isStaffed(_ side: SideID) -> Bool {
    guard seats[side.index] != nil else { return false }
    guard let since = recordedSince else { return true }
    return world.tick >= since[side.index]
  }

  /// Whether a person's delegations count: not where a staff has the whole side.
  private func isLed(_ side: SideID) -> Bool { !isStaffed(side) }

  private func note(_ reasons: [StaffReason]) {
    for reason in reasons {
      for unit in reason.units { newestReasons[unit] = reason }
    }
  }

  /// Holds what a staff decides against what the record says that it ordered.
  private func compare(_ orders: [Order], of side: SideID) {
    guard doubt == nil, let since = recordedSince, world.tick >= since[side.index] else { return }
    let now = orders.filter { world.rejection(of: $0) == nil }.map { $0.line(in: source.setup) }
    let then = script.orders(at: world.tick).filter { $0.side == side }
      .map { $0.line(in: source.setup) }
    guard now != then else { return }
    let index = zip(now, then).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let place = index ?? min(now.count, then.count)
    doubt = StaffDoubt(
      tick: world.tick, side: side, recorded: place < then.count ? then[place] : nil,
      decided: place < now.count ? now[place] : nil)
  }
}

public import Journal
public import Simulation
public import Staff

extension Battle {
  /// What people have handed to staffs, in the order in which they did.
  public var delegations: [Delegation] { delegated.compactMap(\.delegation) }

  /// What a unit was delegated with; nil where nobody but its commander orders it.
  public func delegation(of unit: UnitID) -> Delegation? {
    delegated.first { $0.leads(unit) }?.delegation
  }

  /// Hands a formation to a staff: from the next tick on it orders the formation's units as if the
  /// person did, within task and boundary. A unit that the person orders himself afterwards is left
  /// to him. Handing the same formation over again changes the task and takes such units in again.
  ///
  /// - Parameters:
  ///   - place: a hex index; a hex of a town stands for its quarter.
  ///   - within: hexes around the place that it may send units to, 1…60.
  /// - Returns: nil when it is on disk, else why not.
  /// Throws `JournalError` where the disk refuses; nothing is handed over then.
  public func delegate(
    formation: FormationID, task: Delegation.Task, place: Int32, within: Int
  ) throws(JournalError) -> OrderRejection? {
    let delegation = Delegation(
      side: source.setup.formations[formation.index].side, formation: formation, task: task,
      place: place, within: within)
    if let rejection = rejection(of: delegation) { return rejection }
    try write(.delegation(tick: world.tick, text: delegation.line(in: source.setup)))
    begin(delegation)
    return nil
  }

  /// Takes a formation back: no staff orders it any more; what its units do now they go on with.
  /// Whether it was delegated.
  ///
  /// Throws `JournalError` where the disk refuses; it then stays delegated.
  public func takeBack(formation: FormationID) throws(JournalError) -> Bool {
    guard delegations.contains(where: { $0.formation == formation }) else { return false }
    try write(.recall(tick: world.tick, text: Self.line(of: formation, in: source.setup)))
    end(formation)
    return true
  }

  /// Why a formation cannot be delegated now; nil where it can.
  public func rejection(of delegation: Delegation) -> OrderRejection? {
    let setup = source.setup
    guard world.outcome == nil, !isOnlyShown else {
      return OrderRejection(.alreadyOver, "The battle is over.", remedy: "")
    }
    guard !isStaffed(delegation.side) else {
      return OrderRejection(
        .notYours, "A staff commands this side already.", remedy: "Take command first.")
    }
    guard delegation.units(in: setup).contains(where: { world.units.status[$0.row] != .gone })
    else {
      return OrderRejection(
        .unitNotPresent, "Nobody is left of \(setup.formations[delegation.formation.index].name).",
        remedy: "Delegate another formation.")
    }
    let other = delegated.first {
      $0.delegation?.formation != delegation.formation && $0.overlaps(delegation, in: setup)
    }
    guard let taken = other?.delegation else { return nil }
    return OrderRejection(
      .notYours,
      "\(setup.formations[taken.formation.index].name) is delegated already, with units of this.",
      remedy: "Take it back first.")
  }

  /// The text of a record that takes a formation back: `az az.1ad.1tk`.
  static func line(of formation: FormationID, in setup: BattleSetup) -> String {
    let facts = setup.formations[formation.index]
    return "\(setup.sides[facts.side.index].id) \(facts.id)"
  }

  func begin(_ delegation: Delegation) {
    let seat = StaffSeat(delegation, since: world.tick, in: source.setup)
    if let index = delegated.firstIndex(where: {
      $0.delegation?.formation == delegation.formation
    }) {
      delegated[index] = seat
    } else {
      delegated.append(seat)
    }
  }

  func end(_ formation: FormationID) {
    delegated.removeAll { $0.delegation?.formation == formation }
  }

  /// Follows what a record says of delegations in this tick.
  func followRecordedDelegations() {
    for step in script.delegations(at: world.tick) {
      switch step {
      case .begin(let delegation): begin(delegation)
      case .end(let formation): end(formation)
      }
    }
  }

  /// The units of an order that none of a delegated staff's own answers: the person ordered them.
  func unitsByHand(_ orders: [Order], but answered: [Order]) -> [UnitID] {
    orders.filter { !answered.contains($0) }.flatMap { order in
      order.formation.map { Delegation.units(of: $0, in: source.setup) } ?? [order.unit]
    }
  }
}

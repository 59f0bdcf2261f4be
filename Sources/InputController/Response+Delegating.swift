import MapTable
import Screen
import Simulation

extension Response {
  /// Offers to hand the selection's formation to the staff; again, offers the next task.
  mutating func delegate() {
    guard mayOrder() else { return }
    if var draft = view.delegation {
      draft.task = draft.task.next
      view.delegation = draft
      return
    }
    guard let formation = selectedFormation else {
      say("These units have no formation in common.", isRefusal: true)
      return
    }
    disarm()
    view.delegation =
      view.delegations.first { $0.formation == formation } ?? DelegationDraft(formation: formation)
    view.delegation?.place = -1
  }

  /// Hands the offered formation over with a place; false where none is offered.
  mutating func delegate(at hex: Int32?) -> Bool {
    guard var draft = view.delegation else { return false }
    guard let hex, isOnMap(hex) else {
      say("That lies outside the theatre.", isRefusal: true)
      return true
    }
    draft.place = hex
    view.wantsDelegation = draft
    view.delegation = nil
    return true
  }

  /// Takes the selection's formation back from the staff.
  mutating func takeBackFormation() {
    view.delegation = nil
    guard givesOrders else {
      say("You are watching: no orders from here.", isRefusal: true)
      return
    }
    let handed = view.delegations.first { draft in
      commandedSelection.contains { belongs($0.id, to: draft.formation) }
    }
    guard let handed else {
      say("Nothing of the selection is with the staff.", isRefusal: true)
      return
    }
    view.wantsFormationBack = handed.formation
  }

  /// The lowest formation that holds all of the selection.
  private var selectedFormation: FormationID? {
    let units = commandedSelection.map(\.id)
    guard let first = units.first, picture.setup.units.indices.contains(first.row) else {
      return nil
    }
    var current: FormationID? = picture.setup.units[first.row].formation
    for _ in 0...picture.setup.formations.count {
      guard let node = current, picture.setup.formations.indices.contains(node.index) else { break }
      if units.allSatisfy({ belongs($0, to: node) }) { return node }
      current = picture.setup.formations[node.index].parent
    }
    return nil
  }
}

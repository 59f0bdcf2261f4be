import MapTable
import MapView
import Panels
import Session
import Simulation
import Staff

/// Formations that the person hands to the staff, and the signs for the help.
extension Desk {
  /// Hands a formation over or takes one back, as the person asked.
  func delegateOrTakeBack() throws {
    let setup = source.setup
    if let draft = view.wantsDelegation, let task = Delegation.Task(rawValue: draft.task.rawValue) {
      let name = setup.formations[draft.formation.index].name
      let rejection = try battle.delegate(
        formation: draft.formation, task: task, place: draft.place, within: draft.within)
      if let rejection {
        view.message = .init("\(rejection.message) \(rejection.remedy)", isRefusal: true)
      } else {
        let place = PlaceNames(setup.terrain).text(draft.place)
        view.message = .init("\(name) is with the staff: \(draft.task.rawValue), \(place).")
      }
    }
    if let formation = view.wantsFormationBack, try battle.takeBack(formation: formation) {
      view.message = .init("\(setup.formations[formation.index].name) is yours again.")
    }
    view.wantsDelegation = nil
    view.wantsFormationBack = nil
    view.delegations = battle.delegations.map {
      DelegationDraft(
        formation: $0.formation, task: .init(rawValue: $0.task.rawValue) ?? .seize,
        place: $0.place, within: $0.within)
    }
  }

  /// The signs that the map shows now; none while the help does not ask for them.
  func signs() -> SignSheet {
    guard view.showsHelp, view.showsSigns else { return SignSheet() }
    let legend = map.legend(current, view, fonts: fonts, covered: panels.covered(view))
    var rows: [SignSheet.Row] = []
    for side in legend.sides {
      rows.append(.init(.heading, side.name))
      rows += side.signs.map { .init(.symbol($0.symbol), $0.text) }
    }
    if !legend.echelons.isEmpty {
      rows.append(.init(.heading, "Size, above the frame"))
      rows += legend.echelons.map { .init(.none, $0) }
    }
    rows.append(.init(.heading, "Lines"))
    rows += legend.lines.map {
      .init(.line($0.style, $0.color, casing: $0.casing), $0.text)
    }
    return SignSheet(rows)
  }
}

import Geography
import MapTable
import Panels
import Screen
import Session
import Simulation

@testable import sitrep

/// What can stand around the map: a name for a picture, and how a desk's view and information come
/// to show it.
struct PanelScene: Sendable, CustomStringConvertible {
  var name: String
  var change: @Sendable (inout ViewState, inout PanelInfo, Picture) -> Void
  var description: String { name }

  /// Everything that a person who plays or watches may have open at once.
  static let all: [PanelScene] = [
    PanelScene(name: "unit") { view, info, picture in
      view.selection = [busiest(picture)]
      info.reason = StaffRemark(
        tick: picture.tick,
        text: "the town is held in strength; two battalions up, one back, from the north")
    },
    PanelScene(name: "order") { view, info, picture in
      view.selection = [busiest(picture)]
      view.armed = .attack
      view.orderTime = .at(Tick(rawValue: picture.tick.rawValue + 90))
      view.message = .init(
        "No boats: the Kura has no bridge here; nearest 14 km upstream. Go there first.",
        isRefusal: true)
      info.hint = "attack, 6 km, arrives 14:20 by road"
      let clear = PanelLayout(view).clearArea
      view.pointer = Point(clear.maxX - 20 * view.scale, clear.center.y)
    },
    PanelScene(name: "several") { view, _, picture in
      view.selection = picture.units.filter { $0.status == .active && $0.side == SideID(0) }
        .prefix(9).map(\.id)
      view.showsViewTools = true
    },
    PanelScene(name: "contact") { view, _, picture in
      view.selectedContact = picture.contacts.first?.id
    },
    PanelScene(name: "ground") { view, _, picture in
      view.selectedHex = picture.setup.terrain.towns.first?.center
      view.finding = Finding()
      view.finding?.text = "g"
    },
    PanelScene(name: "past") { view, info, picture in
      view.latestTick = Tick(rawValue: picture.tick.rawValue + 500)
      info.latestTick = view.latestTick
      view.shownTick = picture.tick
      view.fogIsLifted = true
    },
    PanelScene(name: "command") { view, _, picture in
      view.fogIsLifted = true
      view.command = CommandDraft(moment: picture.tick, side: 0)
    },
    PanelScene(name: "staff") { view, _, picture in
      view.selection = [busiest(picture)]
      let unit = picture.setup.units[view.selection[0].row]
      view.delegation = DelegationDraft(formation: unit.formation)
    },
    PanelScene(name: "alerts") { view, _, _ in view.watch.card = 2 },
    PanelScene(name: "lesson") { view, info, _ in
      view.showsLesson = true
      info.lesson = LessonCard(
        number: 4, count: 12, title: "Move",
        text: "Choose the howitzer battery, four kilometres north of Göytəpə. Press B for "
          + "“bombard” and click the village, or use the button in the bar below. Somebody must "
          + "see where the rounds fall: your patrol does. People live there; every one hurt will "
          + "be counted.")
    },
    PanelScene(name: "scrolled") { view, _, picture in
      view.selection = [busiest(picture)]
      view.inspectorScroll = 7
    },
    PanelScene(name: "opened") { view, _, picture in
      view.selection = [busiest(picture)]
      view.openedPanel = .roster
    },
    PanelScene(name: "outcome") { view, info, picture in
      info.standing = StandingCard(
        side: SideID(0), moment: Tick(600), runs: 62, wanted: 100, better: 51, equal: 2,
        grades: [9, 12, 20, 14, 7],
        recorded: Outcome(grade: .contested, winner: nil, score: [1, 2]),
        seed: 4_711, hash: "0123456789abcdef")
      view.hidesOutcome = false
    },
    PanelScene(name: "help") { view, _, _ in view.showsHelp = true },
    PanelScene(name: "hover") { view, _, _ in
      let bar = PanelLayout(view).slots[.orderBar] ?? Rect(0, 0, 0, 0)
      view.pointer = Point(bar.center.x, bar.maxY - 8 * view.scale)
    },
    PanelScene(name: "signs") { view, info, picture in
      view.showsHelp = true
      view.showsSigns = true
      info.signs.rows =
        [.init(.heading, "Sizes, above the frame")]
        + picture.setup.units.prefix(40).map { .init(.none, $0.name) }
    },
    PanelScene(name: "folded") { view, _, _ in
      view.folded = [.roster, .inspector, .minimap, .dispatches, .timeline, .orderBar]
    },
  ]

  /// A unit with as many orders as any.
  private static func busiest(_ picture: Picture) -> UnitID {
    let own = picture.units.filter { $0.status == .active && $0.side == SideID(0) }
    return own.max { ($0.orders.count, $1.id) < ($1.orders.count, $0.id) }?.id ?? UnitID(0)
  }
}

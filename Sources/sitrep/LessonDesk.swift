import Dispatch
import MapTable
import Panels
import ScenarioFormat
import Session
import Simulation

/// The lessons of the battle on the desk, if it has any and the person commands their side.
struct LessonDesk {
  /// Nanoseconds for which a step that has been done is shown as done before the next one comes.
  private static let praise: UInt64 = 1_800_000_000

  private var guide: LessonGuide?
  private var doneAt: UInt64?

  init(_ battle: Battle, mode: ViewState.Mode) {
    guard let book = battle.source.lessons, !battle.isOver else { return }
    switch mode {
    case .play(let side) where side == book.side: break
    case .playBoth: break
    default: return
    }
    guide = LessonGuide(book, at: battle.tick)
  }

  /// The card of the step; nil where there is none.
  func card(_ picture: Picture) -> LessonCard? {
    guard let guide, let lesson = guide.current else { return nil }
    let unit = lesson.condition.firstUnit
    let unitPlace = unit.flatMap { unit in
      picture.units.first { $0.id == unit }.map(\.hex)
    }
    return LessonCard(
      number: guide.index + 1, count: guide.book.lessons.count, title: lesson.title,
      text: lesson.text, isDone: guide.isDone, isRead: lesson.condition == .read,
      place: lesson.place ?? unitPlace)
  }

  /// Holds the step against what is seen, and turns over as time and the person ask; whether the
  /// card has changed.
  mutating func follow(_ view: inout ViewState, _ picture: Picture, _ battle: Battle) -> Bool {
    guard var guide else {
      view.wantedLesson = nil
      return false
    }
    let before = guide
    defer { self.guide = guide }
    let now = DispatchTime.now().uptimeNanoseconds
    if let move = view.wantedLesson {
      view.wantedLesson = nil
      doneAt = nil
      switch move {
      case .next: guide.goOn(at: battle.tick)
      case .back: guide.goBack(at: battle.tick)
      case .leave: guide.leave()
      }
    }
    if guide.isDone, let done = doneAt, now - done > Self.praise {
      guide.goOn(at: battle.tick)
      doneAt = nil
    }
    if guide.current != nil, !guide.isDone {
      let facts = LessonFacts(
        picture: picture, side: guide.book.side, selection: view.selection,
        scaleDenominator: view.camera.scaleDenominator, isPaused: view.isPaused,
        showsPast: view.shownTick != nil, orders: battle.log.map(\.order), events: battle.events,
        now: battle.tick, since: guide.stepBegan)
      if guide.look(facts) { doneAt = now }
      if battle.world.outcome != nil { guide.passOverBattle(at: battle.tick) }
    }
    view.showsLesson = guide.current != nil
    return guide != before
  }
}

extension Desk {
  /// Keeps the lessons' card up with what the person has done.
  func followLessons() {
    if lessons.follow(&view, current, battle) { isDirty = true }
  }
}

import Dispatch
import MapTable
import Panels
import Session
import Simulation

/// Time that runs both ways: what has been can be looked at, gone through, and left again.
extension Desk {
  /// The right end of the timeline: the record's own where all of it is there.
  var battleLength: Tick {
    battle.isOver
      ? battle.tick : Tick(rawValue: battle.source.setup.ceaseFire.band.upperBound)
  }

  /// Goes to the event that the person asked for.
  func jump() {
    guard let step = view.wantedJump else { return }
    view.wantedJump = nil
    let from = view.shownTick ?? battle.tick
    let marks = TimelineMarks.of(battle, for: view.viewpoint, until: battle.tick)
    guard let mark = marks.mark(step, from: from, of: view.eventGroup) else {
      let kinds = view.eventGroup == .all ? "" : " of this kind (\(view.eventGroup.rawValue))"
      view.message = .init(step > 0 ? "No later event\(kinds)." : "No earlier event\(kinds).")
      return
    }
    view.isPaused = true
    view.shownTick = mark.tick < battle.tick ? mark.tick : nil
    let clock = ClockText(battle.source.setup.clock)
    let side = mark.side.map { battle.source.setup.sides[$0.index].adjective + ": " } ?? ""
    view.message = .init(
      "\(clock.date(mark.tick)) \(clock.time(mark.tick)): \(side)\(EventText.words(mark.kind))")
  }

  /// Lets the shown past run on like a film; at its end stands the present, and stands still.
  func playPast(_ due: Int) {
    guard due > 0, var shown = view.shownTick else { return }
    var ticks = due
    let deadline = DispatchTime.now().uptimeNanoseconds + 8_000_000
    repeat {
      shown = Tick(rawValue: shown.rawValue + 1)
      // A tick from the moment shown last costs a tick; many at once would cost all of them.
      if !battle.isOnlyShown { _ = battle.world(at: shown) }
      ticks -= 1
    } while ticks > 0 && shown < battle.tick && DispatchTime.now().uptimeNanoseconds < deadline
    previous = current
    current = battle.picture(view.viewpoint, at: shown)
    if shown >= battle.tick {
      view.shownTick = nil
      view.isPaused = true
    } else {
      view.shownTick = shown
    }
    refreshTruth()
    isDirty = true
  }

}

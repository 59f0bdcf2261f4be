import Dispatch
import MapTable
import Panels
import Session
import Simulation
import Staff

/// Command taken at a moment of a recorded battle, and why staffs order as they do.
extension Desk {
  /// Begins to take command where the card asks for it, and goes on with it between frames.
  func followCommand() {
    do {
      if view.wantsCommand { try beginCommand() }
      guard let branching else { return }
      guard let draft = view.command else {
        self.branching = nil
        view.message = .init("Command was not taken.")
        isDirty = true
        return
      }
      let deadline = DispatchTime.now().uptimeNanoseconds + 25_000_000
      while !branching.isReady, DispatchTime.now().uptimeNanoseconds < deadline {
        try branching.advance()
      }
      let share = Double(branching.tick.rawValue) / Double(max(1, draft.moment.rawValue))
      view.command?.progress = share
      isDirty = true
      if branching.isReady { try take(branching) }
    } catch {
      branching = nil
      view.command = nil
      view.message = .init(Failure.line(of: error), isRefusal: true)
      isDirty = true
    }
  }

  /// Reads the record anew, with the plans that its staffs need.
  private func beginCommand() throws {
    view.wantsCommand = false
    guard let draft = view.command else { return }
    guard !battle.isOnlyShown else {
      throw Failure(
        Failure.badData, "this battle is only shown, since it was fought by other rules")
    }
    let sides = battle.source.setup.sides.indices
    let commanded = sides.contains(draft.side) ? [SideID(draft.side)] : sides.map { SideID($0) }
    func branch(_ recorded: RecordedBattle) throws -> Branching {
      try Branching(
        of: recorded, at: draft.moment, commanding: Set(commanded),
        commanders: Commanders(mode: .thinking),
        reach: battle.journalFile == nil ? battle.tick : nil)
    }
    if let path = battle.journalFile {
      branching = try Program.withRecording(path, for: .command, branch)
    } else {
      // What staffs fight for those who watch has no journal yet.
      let header = battle.source.header(
        seed: battle.world.seed, Commanders(mode: .thinking), folders: Program.folders())
      branching = try battle.record(header).map(branch)
    }
    view.command?.progress = 0
  }

  /// Hands the battle over: a new journal, the clock standing, the person's own side alone.
  private func take(_ branching: Branching) throws {
    guard branching.stateHash == battle.world(at: branching.moment).stateHash else {
      throw Failure(
        Failure.badData, "the record has changed since it was read: command cannot be taken")
    }
    let name = battle.source.setup.scenarioID
    let journal = try UserFolder.newJournal(named: name, in: journals)
    let fresh = try branching.begin(into: journal)
    fresh.thinksBeside = true
    view.command = nil
    if branching.commanded.count == 1, let side = branching.commanded.first {
      (view.mode, view.viewpoint) = (.play(side), .side(side))
    } else {
      (view.mode, view.viewpoint) = (.playBoth, .umpire)
    }
    (view.isSplit, view.looksRight, view.isDirected) = (false, false, false)
    (view.fogIsLifted, view.hidesOutcome, view.isPaused) = (false, false, true)
    view.watch.isRunning = false
    replace(with: fresh)
    let clock = ClockText(fresh.source.setup.clock)
    view.message = .init(
      "You command from \(clock.time(branching.moment)) on. Journal: \(journal)")
  }

  /// Why the staff orders the selected unit as it does; nil where it may not be told, or nobody
  /// knows.
  func reason() -> StaffRemark? {
    guard view.selection.count == 1, let unit = view.selection.first,
      let reason = battle.reason(for: unit, viewpoint: view.viewpoint),
      reason.tick <= current.tick
    else { return nil }
    if case .side(let side) = view.viewpoint, view.mode == .play(side),
      battle.delegation(of: unit) == nil
    {
      return nil
    }
    return StaffRemark(tick: reason.tick, text: reason.text)
  }
}

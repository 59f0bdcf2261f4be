public import Journal
public import Simulation
import Staff

extension RecordedBattle {
  /// The sides that people command.
  public var persons: Set<SideID> {
    Set(
      journal.header.commanders.indices.filter {
        journal.header.commanders[$0].commander == .person
      }
      .map { SideID($0) })
  }

  /// Goes on with the battle, its staffs as the journal's header has them; `writer` continues the
  /// journal. The record must have been loaded for command, and checked.
  public func resume(journal writer: JournalWriter?) throws(RecordingError) -> Battle {
    do throws(JournalError) {
      return try Battle.resume(
        journal, source: source, path: path, staffs: source.staffs(of: journal.header),
        journal: writer)
    } catch {
      throw .journal(error)
    }
  }

  /// Takes command at a moment of the record and plays on into a new journal at `newPath`, which
  /// holds what went before.
  ///
  /// The sides of `commanded` get people; a side that another person commanded gets a staff. What
  /// was ordered in the tick of the moment itself is not taken over. The record must have been
  /// loaded for command. Throws where the record does not reach to the moment, or does not replay.
  public func branch(
    at moment: Tick, commanding commanded: Set<SideID>, into newPath: String,
    commanders: Commanders = Commanders()
  ) throws(RecordingError) -> Battle {
    try check()
    let last = journal.isFinished ? journal.lastTick.rawValue - 1 : journal.lastTick.rawValue
    guard (0...max(0, last)).contains(moment.rawValue) else {
      throw .at(
        path, line: 1, column: 1,
        "the record goes to \(BattleClock.elapsedText(Tick(rawValue: last))), not to "
          + BattleClock.elapsedText(moment), "take command at an earlier moment")
    }
    var branch = journal
    branch.header = header(at: moment, commanding: commanded, commanders)
    branch.records = journal.records.filter { record in
      switch record {
      case .order(let tick, _), .undo(let tick, _), .delegation(let tick, _),
        .recall(let tick, _):
        tick < moment
      case .hashes(let tick, _, _), .checkpoint(let tick, _): tick <= moment
      case .end: false
      }
    }
    do throws(JournalError) {
      let battle = Battle(
        source: source, seed: branch.header.seed, staffs: source.staffs(of: branch.header),
        script: try OrderScript(branch, setup: source.setup, path: path))
      try battle.replay(to: moment, since: branch.header.commanders.map(\.since))
      battle.takeOver(
        journal: try JournalWriter(
          creating: newPath, header: branch.header, records: branch.records))
      battle.commandSince = moment
      battle.branchedFrom = self
      return battle
    } catch {
      throw .journal(error)
    }
  }

  private func header(
    at moment: Tick, commanding commanded: Set<SideID>, _ commanders: Commanders
  ) -> JournalHeader {
    var header = journal.header
    for index in header.commanders.indices {
      let isPerson = commanded.contains(SideID(index))
      let wasStaff = header.commanders[index].commander == .staff
      guard isPerson || !wasStaff else { continue }
      let side = header.commanders[index].side
      if isPerson {
        header.commanders[index] = .init(side: side, commander: .person, since: moment)
      } else if source.plans[index] != nil {
        header.commanders[index] = .init(
          side: side, commander: .staff, temperament: commanders.temperament.rawValue,
          handicap: commanders.handicap, since: moment)
      } else {
        header.commanders[index] = .init(side: side, commander: .orders, since: moment)
      }
    }
    return header
  }
}

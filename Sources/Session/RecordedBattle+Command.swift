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
  /// holds what went before: `Branching` in one go.
  public func branch(
    at moment: Tick, commanding commanded: Set<SideID>, into newPath: String,
    commanders: Commanders = Commanders()
  ) throws(RecordingError) -> Battle {
    try check()
    let branching = try Branching(
      of: self, at: moment, commanding: commanded, commanders: commanders)
    while !branching.isReady { try branching.advance() }
    return try branching.begin(into: newPath)
  }

  /// The header of a branch.
  func header(
    at moment: Tick, commanding commanded: Set<SideID>, _ commanders: Commanders
  ) -> JournalHeader {
    var header = journal.header
    let isThinking =
      commanders.mode == .thinking
      || header.commanders.contains { $0.commander == .staff && $0.isThinking }
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
          handicap: commanders.handicap, isThinking: isThinking, since: moment)
      } else {
        header.commanders[index] = .init(side: side, commander: .orders, since: moment)
      }
    }
    return header
  }
}

import Simulation
import TestKit
import Testing

@testable import Session

/// A person's result among the computer's from the same moment.
@Suite struct ContestTests {
  private let tk = SmallBattle.tk

  @Test func runsBeginWhereThePersonTookCommand() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let whole = try SmallSource.battle(journal: file)
      while !whole.isOver { try whole.advance() }
      let recorded = RecordedBattle(
        path: file.path, journal: try file.read(), source: try SmallSource.source.get())
      let moment = Tick(75)
      let branch = try recorded.branch(
        at: moment, commanding: [tk], into: "\(folder)/branch.sitlog")
      #expect(Contest(branch, side: tk) == nil, "it is not over")
      while !branch.isOver { try branch.advance() }
      let contest = try #require(Contest(branch, side: tk))
      #expect(contest.moment == moment && contest.seed == branch.world.seed)
      #expect(contest.recordedOutcome() == whole.world.outcome)
      let start = contest.prepared()
      #expect(start.world.stateHash == whole.world(at: moment).stateHash)
      #expect(start.seats.allSatisfy { $0 != nil })
      let outcomes = try (0..<6).map { try #require(start.outcome(run: $0)) }
      #expect(start.outcome(run: 3) == outcomes[3], "a number is a run")
      let ends = (0..<6).map { start.end(run: $0).units.personnel }
      #expect(Set(ends).count > 1, "every run has chance of its own")
      // A battle gone on with from its own journal still knows since when; its record is not at
      // hand.
      let again = RecordedBattle(
        path: "\(folder)/branch.sitlog", journal: try JournalFile(folder, "branch.sitlog").read(),
        source: try SmallSource.source.get())
      let resumed = try again.resume(journal: nil)
      let later = try #require(Contest(resumed, side: tk))
      #expect(later.moment == moment && later.recordedOutcome() == nil)
      #expect(later.prepared().outcome(run: 2) == outcomes[2])
    }
  }

  @Test func aStandingCountsByGradeThenLead() {
    func outcome(_ grade: Outcome.Grade, _ own: Int64, _ other: Int64) -> Outcome {
      Outcome(grade: grade, winner: nil, score: [own, other])
    }
    let own = outcome(.contested, 500, 400)
    let others = [
      outcome(.contested, 500, 400), outcome(.contested, 900, 850), outcome(.takeDecisive, 1, 2),
      outcome(.holdMarginal, 9000, 1), outcome(.contested, 600, 400),
    ]
    // The first side takes, the second holds.
    var standing = Standing()
    for other in others {
      standing.take(other, against: own, side: SideID(0), holder: SideID(1))
    }
    #expect(standing.runs == 5 && standing.equal == 1 && standing.better == 2)
    #expect(standing.grades == [0, 1, 3, 0, 1])
    var held = Standing()
    for other in others { held.take(other, against: own, side: SideID(0), holder: SideID(0)) }
    #expect(held.better == 2 && held.equal == 1, "what one side takes the other has lost")
  }
}

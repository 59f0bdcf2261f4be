import Simulation
import Testing

@testable import Session

@Suite struct EnsembleTests {
  @Test func jobsDoNotChangeResults() throws {
    let source = try SmallSource.source.get()
    func run(_ jobs: Int) -> [String] {
      Ensemble.run(source, firstSeed: 40, runs: 4, jobs: jobs, until: Tick(150)).map {
        "\($0.seed) \($0.world.stateHash) \($0.events.count) \($0.beats)"
      }
    }
    let one = run(1)
    #expect(one.count == 4)
    #expect(Set(one).count == 4)
    #expect(one == run(2))
    #expect(one == run(7))
  }

  @Test func aRunEndsWhereItIsTold() throws {
    let source = try SmallSource.source.get()
    #expect(Ensemble.play(source, seed: 1, until: Tick(30)).world.tick == Tick(30))
    let whole = Ensemble.play(source, seed: 1, until: nil)
    #expect(whole.world.outcome != nil)
    #expect(whole.beats.first?.tick != nil)
  }
}

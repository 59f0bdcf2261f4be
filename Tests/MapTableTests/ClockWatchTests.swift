import Simulation
import Testing

@testable import MapTable

@Suite struct ClockWatchTests {
  private let setup: BattleSetup = {
    let own = UnitSetup(
      id: "own", name: "Own", shortName: "Own", sidc: "", side: SideID(0),
      formation: FormationID(0), arm: .armor, personnel: 100, vehicles: [], start: 0)
    var other = own
    other.id = "other"
    other.side = SideID(1)
    return BattleSetup(
      scenarioID: "T", title: "T", terrain: Terrain(grid: HexGrid(columns: 9, rows: 9)),
      rules: Rules(),
      sides: [
        SideSetup(id: "a", name: "A", adjective: "A", identity: 3, color: "#00F", enemy: 1),
        SideSetup(id: "b", name: "B", adjective: "B", identity: 6, color: "#F00", enemy: 0),
      ],
      formations: [FormationSetup(id: "f", name: "F", shortName: "F", sidc: "", side: SideID(0))],
      units: [own, other])
  }()

  private func event(
    _ kind: EventKind, _ tick: Int32, unit: Int? = 0, side: Int = 0
  ) -> Event {
    Event(
      tick: Tick(rawValue: tick), kind: kind, side: SideID(side), unit: unit.map { UnitID($0) },
      hex: 3)
  }

  private func verdict(
    _ watch: inout ClockWatch, _ events: [Event], _ tick: Int32, turnsDark: Bool? = nil
  ) -> ClockWatch.Verdict? {
    watch.verdict(
      on: events, at: Tick(rawValue: tick), own: SideID(0), turnsDark: turnsDark, in: setup)
  }

  @Test func presetsAreOrderedFromQuietToCareful() {
    let rank: [AlertReaction: Int] = [.ignore: 0, .slow: 1, .stop: 2]
    for kind in AlertKind.allCases {
      let ranks = AlertPreset.allCases.map { rank[$0.reaction(to: kind)] ?? 0 }
      #expect(ranks == ranks.sorted(), "\(kind)")
      #expect(ranks.first == 0)
    }
  }

  @Test func newsIsHeededOnceInALullAndOthersLossesAreNoNews() {
    var watch = ClockWatch(.usual)
    #expect(verdict(&watch, [event(.firefight, 10)], 10) == nil)
    #expect(verdict(&watch, [event(.unitBroke, 10, unit: 1)], 10) == nil)
    #expect(verdict(&watch, [event(.unitBroke, 10)], 10)?.reaction == .slow)
    #expect(verdict(&watch, [event(.unitBroke, 20)], 20) == nil)
    #expect(verdict(&watch, [event(.unitBroke, 41)], 41)?.reaction == .slow)
    let both = [event(.quarterTaken, 42), event(.unitDestroyed, 42)]
    #expect(verdict(&watch, both, 42)?.reaction == .stop)
  }

  @Test func aRunEndsAtItsGoalAndWaitsForTheChosenUnits() {
    var watch = ClockWatch(.quiet)
    watch.goal = .arrival
    watch.isRunning = true
    watch.awaited = [UnitID(0)]
    #expect(verdict(&watch, [event(.orderInForce, 5)], 5) == nil)
    #expect(verdict(&watch, [event(.arrived, 6, unit: 1)], 6) == nil)
    #expect(watch.isRunning)
    #expect(verdict(&watch, [event(.arrived, 7)], 7)?.reaction == .stop)
    #expect(!watch.isRunning)
    // A second run does not end at once where the first did.
    watch.isRunning = true
    #expect(verdict(&watch, [event(.arrived, 8)], 8)?.reaction == .stop)
    watch.goal = .dusk
    watch.isRunning = true
    #expect(watch.heedsLight)
    #expect(verdict(&watch, [], 9) == nil)
    #expect(verdict(&watch, [], 10, turnsDark: true)?.text == "The sun sets.")
  }
}

import Simulation
import SourceText
import TestKit
import Testing

@testable import Staff

@Suite struct PlanTests {
  private let head = "format: 1\nside: az\ntasks:\n"

  private func mistakes(_ text: String) throws -> [String] {
    do {
      _ = try Plans.read(text)
      return []
    } catch let failure as SourceFailure {
      return failure.diagnostics.map(\.text)
    }
  }

  @Test func aPlanIsReadWhole() throws {
    let plan = try Plans.read(
      head + """
          - id: move
            task: assemble
            force: "1"
            place: {town: ada, quarter: south}
            when: {time: "+01:30", truce_broken: true}
            until: {holds: {town: ada, quarters: 2}}
          - id: guns
            task: support
            force: [az.1.how]
            place: {town: ada, offset_km: [-3, 0]}
            barrage: true
            radius_km: 12
            when: {begun: move}

        """)
    #expect(plan.tasks.map(\.id) == ["move", "guns"])
    #expect(plan.tasks.map(\.kind) == [.assemble, .support])
    #expect(plan.tasks[0].units.count == 4, "a formation stands for all its units")
    #expect(plan.tasks[0].place.contains(SmallBattle.hex(17, 10)))
    #expect(plan.tasks[0].conditions == [.time(Tick(90)), .truceBroken])
    #expect(plan.tasks[0].endings == [.holds(TownID(0), quarters: 2)])
    #expect(plan.tasks[1].units == [SmallBattle.unit("az.1.how")])
    #expect(plan.tasks[1].place == [SmallBattle.hex(13, 9)])
    #expect(plan.tasks[1].barrage && plan.tasks[1].radius == 12)
  }

  @Test func thePlansHourIsSetOnceAndTasksFollowIt() throws {
    let plan = try Plans.read(
      """
      format: 1
      side: az
      h_hour: +01:00
      tasks:
        - {id: fires, task: support, force: "1.how", place: {town: ada}, when: {h: -15}}

      """)
    #expect(plan.hHour == Tick(60))
    #expect(plan.tasks[0].conditions == [.hour(-15)])
    let staff = Staff(plan: plan, side: SmallBattle.az)
    let world = World(SmallBattle.setup, seed: 1)
    let decision = staff.decide(
      world.picture(for: .side(SmallBattle.az), events: []), StaffMemory())
    #expect(decision.memory.begun["fires"] == nil)
    for order in decision.orders { #expect(order.kind == .setHour && order.notBefore == Tick(60)) }
    var late = world.picture(for: .side(SmallBattle.az), events: [])
    late.tick = Tick(45)
    #expect(staff.decide(late, StaffMemory()).memory.begun["fires"] == Tick(45))
  }

  @Test(arguments: [
    (
      "  - {id: a, task: seize, force: \"1.3\", place: {town: ada}}\n",
      "plan.yaml:4:33: error: there is no formation or unit “1.3” of this side, did you mean '1.1'?"
    ),
    (
      "  - {id: a, task: seize, force: tk.g.1, place: {town: ada}}\n",
      "plan.yaml:4:33: error: there is no formation or unit “tk.g.1” of this side"
    ),
    (
      "  - {id: a, task: sieze, force: \"1\", place: {town: ada}}\n",
      "plan.yaml:4:19: error: task is 'sieze', which is not known, did you mean 'seize'?"
    ),
    (
      "  - {id: a, task: seize, force: \"1\", place: {town: adda}}\n",
      "plan.yaml:4:52: error: there is no town “adda”, did you mean 'ada'?"
    ),
    (
      "  - {id: a, task: seize, force: \"1\", place: {town: ada, quarter: east}}\n",
      "plan.yaml:4:66: error: Ada has no quarter “east”"
    ),
    (
      "  - {id: a, task: seize, force: \"1\", place: {town: ada}, when: {time: noon}}\n",
      "plan.yaml:4:71: error: “noon” is no time, expected +HH:MM after the start"
    ),
    (
      "  - {id: a, task: seize, force: \"1\", plaice: {town: ada}, place: {town: ada}}\n",
      "plan.yaml:4:38: error: unknown key 'plaice' in a task, did you mean 'place'?"
    ),
    (
      "  - {id: a, task: seize, force: \"1\", place: {town: ada, offset_km: [90, 0]}}\n",
      "plan.yaml:4:68: error: this place lies off the map"
    ),
    (
      "  - {id: a, task: defend, force: \"1\"}\n",
      "plan.yaml:4:5: error: the task “a” has no place, add place: {town: …}"
    ),
  ])
  func mistakesTellPlaceAndWhatWouldBeRight(tasks: String, expected: String) throws {
    let found = try mistakes(head + tasks)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }

  @Test func tasksAreNamedOnceAndWaitForTasksThatAreThere() throws {
    let found = try mistakes(
      head + """
          - {id: a, task: release, force: "1"}
          - {id: a, task: release, force: "1", when: {begun: c}}

        """)
    #expect(found.count == 2)
    #expect(found.contains { $0.contains("two tasks are called “a”") })
    #expect(found.contains { $0.contains("“a” waits for a task “c” that is not there") })
  }

  @Test func aPlanForTheOtherSideIsRefused() throws {
    let found = try mistakes("format: 1\nside: tk\ntasks: []\n")
    #expect(found == ["plan.yaml:2:7: error: this plan is for “tk”, expected az"])
  }
}

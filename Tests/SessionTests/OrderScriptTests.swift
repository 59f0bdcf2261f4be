import Journal
import Simulation
import TestKit
import Testing

@testable import Session

@Suite struct OrderScriptTests {
  private func script(_ text: String) throws(JournalError) -> OrderScript {
    try OrderScript(text: text, setup: SmallBattle.setup, path: "orders.txt")
  }

  @Test func linesBecomeOrdersAtTheirTicks() throws {
    let script = try script(
      """
      // the tanks first
      @0 az az.1.1 march 12.9

      @5 az az.1.2 move 5.9
      @5 az az.1.inf hold
      """)
    #expect(script.orders(at: Tick(0)).map(\.unit) == [SmallBattle.unit("az.1.1")])
    #expect(script.orders(at: Tick(5)).map(\.kind) == [.move, .hold])
    #expect(script.orders(at: Tick(6)).isEmpty)
    #expect(script.sides == [SmallBattle.az])
  }

  @Test func commentsAndCarriageReturnsArePassedOver() throws {
    let script = try script(
      "# the first hour\r\n@0 az az.1.1 march 12.9\r\n\r\n  # indented\r\n"
        + "@5 az az.1 hold queued  # all of them\r\n")
    #expect(script.orders(at: Tick(0)).map(\.kind) == [.march])
    #expect(script.orders(at: Tick(5)).map(\.formation) == [FormationID(0)])
    #expect(script.entries(at: Tick(5)).map(\.line) == [5])
    #expect(script.entries(at: Tick(5)).map(\.columns) == [[1, 4, 7, 12, 17]])
  }

  @Test func aRefusalTellsWhereTheOrderStands() throws {
    let source = try SmallSource.source.get()
    let script = try script("# no guns\n@2 az az.1.1 bombard 12.9\n@2 az az.1.1 move 9.14\n")
    let battle = Battle(
      source: source, seed: 1, staffs: source.staffs(except: script.sides), script: script)
    for _ in 0..<4 { try battle.advance() }
    #expect(battle.refusals.map(\.line) == [2, 3])
    #expect(battle.refusals.map(\.column) == [14, 19])
    #expect(battle.refusals.allSatisfy { !$0.reason.remedy.isEmpty })
  }

  @Test(arguments: [
    (
      "az az.1.1 hold", "orders.txt:1:1: error: this is no order, expected “@tick side unit order…”"
    ),
    ("@x az az.1.1 hold", "orders.txt:1:1: error: this is no order"),
    ("@-3 az az.1.1 hold", "orders.txt:1:1: error: this is no order"),
    (
      "\n@12 az az.1.9 hold",
      "orders.txt:2:8: error: There is no unit or formation “az.1.9”; did you mean “az.1.1”?"
    ),
    ("@0 uk az.1.1 hold", "orders.txt:1:4: error: There is no side “uk”; there are az, tk."),
    ("@0 az az.1.1 dance", "orders.txt:1:14: error: There is no order “dance”"),
    ("@0 az az.1.1 march 900.900", "orders.txt:1:20: error: "),
  ])
  func mistakesTellLineAndColumn(text: String, expected: String) {
    let error = #expect(throws: JournalError.self) { try script(text) }
    #expect(error?.message.hasPrefix(expected) == true, "\(error?.message ?? "")")
  }

  @Test func aScriptedSideIsCommandedByItsFile() throws {
    let source = try SmallSource.source.get()
    let script = try script("@3 az az.1.1 move 6.9\n")
    let battle = Battle(
      source: source, seed: 1, staffs: source.staffs(except: script.sides), script: script)
    for _ in 0..<30 { try battle.advance() }
    let own = battle.log.filter { $0.order.side == SmallBattle.az }
    #expect(own.count == 1)
    #expect(own.first?.tick == Tick(3))
    #expect(battle.log.contains { $0.order.side == SmallBattle.tk })
  }
}

import ScenarioFormat
import Simulation
import SourceText
import TestKit
import Testing

@testable import Session

@Suite struct EngagementTests {
  private static let table = """
    id,att_men,def_men,att_tanks,def_tanks,att_guns,att_air_sorties,front_km,posture,days,win
    1,4000,2000,20,5,18,10,3.5,PD,1,attacker
    b-2,2500,3000,,,,,2,FD,1,defender

    """

  private func cases(_ text: String) throws(SourceFailure) -> [EngagementCase] {
    try EngagementReader.cases(Array(text.utf8), file: "b.csv", usesQuality: false)
  }

  private func mistake(_ text: String) -> String {
    do {
      _ = try cases(text)
      return ""
    } catch {
      return error.diagnostics.map(\.text).joined(separator: "\n")
    }
  }

  private func rules() throws -> Rules {
    try TableFile.rules(folder: Places.package + "/Assets/Tables")
  }

  @Test func rowsAreRead() throws {
    let cases = try cases(Self.table)
    #expect(cases.count == 2)
    #expect(cases[0].attacker == .init(men: 4000, tanks: 20, guns: 18, airSorties: 10))
    #expect(cases[0].posture == .prepared)
    #expect(cases[1].id == "b-2")
    #expect(cases[1].attacker.tanks == 0)
    #expect(cases[1].hours == 24)
  }

  @Test func aBadTableIsToldWithItsPlace() {
    #expect(
      mistake("id,att_men,def_men\n1,2,3\n")
        == "b.csv:1:1: error: the table lacks the column 'days', known are: id, att_men, def_men")
    #expect(
      mistake("id,att_men,def_men,days\n1,many,3,1\n")
        == "b.csv:2:3: error: 'many' is no number, att_men takes one or an empty cell")
    #expect(
      mistake("id,att_men,def_men,days\n1,20,30,1\n1,20,30,1\n")
        == "b.csv:3:1: error: the id 1 stands twice, every row has its own")
    #expect(
      mistake("id,att_men,def_men,days\n1,20\n")
        == "b.csv:2:1: error: the row has 2 cells, the header has 4")
    #expect(
      mistake("id,att_men,def_men,days,posture\n1,20,30,1,XD\n").hasPrefix(
        "b.csv:2:11: error: posture cannot be 'XD'"))
    #expect(
      mistake("id,att_men,def_men,days\n1,\"20,30,1\n")
        == "b.csv:2:3: error: the quoted cell never ends, close it with \"")
    #expect(mistake("").hasPrefix("b.csv:1:1: error: the file is empty"))
    #expect(mistake("id,att_men,def_men,days\n1,,30,1\n").hasPrefix("b.csv:2:3: error:"))
  }

  @Test func quotedCellsAndOtherLineEndsAreRead() throws {
    let cases = try cases("id,\"att_men\",def_men,days,name\r\n1,20,30,1,\"a \"\"b\"\", c\nd\"\r\n")
    #expect(cases.count == 1)
    #expect(cases[0].defender.men == 30)
  }

  @Test func resultsDoNotDependOnTheJobs() throws {
    let cases = try cases(Self.table)
    let rules = try rules()
    let one = Engagements.run(cases, rules: rules, firstSeed: 3, runs: 2, jobs: 1)
    let two = Engagements.run(cases, rules: rules, firstSeed: 3, runs: 2, jobs: 2)
    #expect(one == two)
    #expect(one.map(\.id) == ["1", "b-2"])
    #expect(one.allSatisfy { $0.line.split(separator: ",").count == 6 })
    #expect(one[0].attackerLoss > 0 && one[0].defenderLoss > 0)
  }

  @Test func theOutcomeIsNotRead() throws {
    let other = Self.table.replacing("attacker", with: "draw")
    #expect(try cases(Self.table) == cases(other))
  }

  @Test func anEngagementKeepsItsAccounts() throws {
    let world = Engagements.endWorld(try cases(Self.table)[0], rules: try rules(), seed: 1)
    #expect(world.checkInvariants() == [])
  }

  @Test func logarithmsAreRight() {
    for value in [0.05, 0.5, 1, 2.718_281_828_459_045, 1000] {
      let back = NaturalLogarithm.exponential(NaturalLogarithm.of(value))
      #expect(abs(back - value) < 1e-12 * value)
    }
    #expect(abs(NaturalLogarithm.of(10) - 2.302_585_092_994_046) < 1e-14)
    #expect(EngagementResult.text(-0.05) == "-0.0500")
    #expect(EngagementResult.text(12.345_67) == "12.3457")
  }
}

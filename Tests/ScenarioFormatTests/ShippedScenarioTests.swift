import Simulation
import SourceText
import Testing

@testable import ScenarioFormat

/// The scenarios and tables that ship: they load without a mistake and are what the story says.
@Suite("Shipped scenarios", .serialized)
struct ShippedScenarioTests {
  private func calilabad() throws -> LoadedScenario {
    let folders = TestData.shipped
    let path = try #require(folders.scenarioFile("Calilabad"))
    let (scenario, diagnostics) = try TestData.read(path, folders)
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.text) == [])
    return try #require(scenario)
  }

  @Test("Calilabad loads with its forces as the story has them")
  func forces() throws {
    let scenario = try calilabad()
    let setup = scenario.setup
    #expect(setup.scenarioID == "Calilabad" && setup.sides.map(\.id) == ["az", "tal"])
    #expect((60...100).contains(setup.units.count), "\(setup.units.count) units")
    #expect(men(setup, under: "az.1ad") == 9500)
    #expect(men(setup, under: "az.front.3mr") == 1400)
    #expect(men(setup, under: "az.air.7aa") == 360)
    #expect(vehicles(setup, "t72", under: "az.1ad") == 279)
    #expect(vehicles(setup, "bm21", under: "az.1ad") == 18)
    #expect(guns(setup, under: "az.1ad") == 54)
    #expect(guns(setup, under: "tal.gar.how") == 18)
    #expect(tanks(setup, under: "tal.gar.1tk") == 31)
    #expect(vehicles(setup, "bm21", under: "tal.gar.how") == 6)
    #expect(vehicles(setup, "su25", under: "az") == 8 && vehicles(setup, "mi24", under: "az") == 6)
    #expect(vehicles(setup, "mi8", under: "az") == 12)
    #expect(setup.units.filter { $0.arm == .partisans }.map(\.personnel) == [25, 25, 25])
    #expect(setup.units.filter(\.isHidden).count == 4)
    #expect(setup.units.filter { $0.arm == .leader }.map(\.id) == ["tal.min.president"])
    // The garrison's true strength: 1,600 to 2,100 by seed, the militia not counted.
    let garrison = setup.units.filter {
      $0.id.hasPrefix("tal.gar.") && !$0.id.hasPrefix("tal.gar.mil.")
    }
    let low = garrison.reduce(0) { $0 + $1.personnel * $1.strengthBand.lowerBound / 1000 }
    let high = garrison.reduce(0) { $0 + $1.personnel * $1.strengthBand.upperBound / 1000 }
    #expect((1550...1700).contains(low) && (2050...2150).contains(high), "\(low)…\(high)")
  }

  @Test("Calilabad begins under truce, on the right sides of the line")
  func ground() throws {
    let scenario = try calilabad()
    let setup = scenario.setup
    #expect(setup.ceaseFire.band == 3240...4320 && setup.clock.minuteOfDay == 360)
    #expect(setup.sides[0].rulesOfEngagement == .returnFire)
    #expect(setup.sides[1].rulesOfEngagement == .truce && setup.sides[1].identity == 6)
    for unit in setup.units {
      #expect(setup.initialControl[Int(unit.start)] == unit.side.rawValue, "\(unit.id)")
    }
    for (town, side) in [("goytapa", 0), ("calilabad", 0), ("masalli", 1), ("lankaran", 1)]
      + [("astara", 1), ("lerik", 1), ("yardimli", 1), ("bilasuvar", 0)]
    {
      let found = try #require(setup.terrain.towns.first { $0.id == town })
      #expect(Int(setup.initialControl[Int(found.center)]) == side, "\(town)")
    }
    #expect(scenario.notice.contains("fiction") && scenario.credit.contains("fiction"))
    #expect(scenario.briefings.allSatisfy { $0.count > 100 } && scenario.story.count > 200)
    #expect(scenario.press.claims.map(\.number) == [2000])
  }

  @Test("Everything shipped validates without an error")
  func validate() {
    let paths = [TestData.package + "/Scenarios", TestData.package + "/Assets/Tables"]
    let found = ScenarioLoader.validate(paths, folders: TestData.shipped)
    #expect(found.filter { $0.severity == .error }.map(\.text) == [])
  }

  private func units(_ setup: BattleSetup, under prefix: String) -> [UnitSetup] {
    setup.units.filter { $0.id.hasPrefix(prefix + ".") }
  }

  private func men(_ setup: BattleSetup, under prefix: String) -> Int32 {
    units(setup, under: prefix).reduce(0) { $0 + $1.personnel }
  }

  private func count(
    _ setup: BattleSetup, under prefix: String, where counts: (Equipment) -> Bool
  ) -> Int32 {
    units(setup, under: prefix).flatMap(\.vehicles)
      .filter { counts(setup.rules.equipment[Int($0.equipment)]) }.reduce(0) { $0 + $1.count }
  }

  private func vehicles(_ setup: BattleSetup, _ id: String, under prefix: String) -> Int32 {
    count(setup, under: prefix) { $0.id == id }
  }

  private func guns(_ setup: BattleSetup, under prefix: String) -> Int32 {
    count(setup, under: prefix) { $0.vehicleClass == .gun }
  }

  private func tanks(_ setup: BattleSetup, under prefix: String) -> Int32 {
    count(setup, under: prefix) { $0.vehicleClass == .tank }
  }
}

import Foundation
import Simulation
import SourceText
import Testing

@testable import ScenarioFormat

@Suite("Scenarios", .serialized)
struct ScenarioTests {
  private func load(_ text: String) throws -> BattleSetup {
    var setup: BattleSetup?
    try TestData.withRoot(scenario: Array(text.utf8)) { folders, path in
      let (scenario, diagnostics) = try TestData.read(path, folders)
      #expect(diagnostics.map(\.text) == [])
      setup = scenario?.setup
    }
    return try #require(setup)
  }

  @Test("Weather comes in spells, in order of time")
  func weather() throws {
    func text(_ spells: String) -> String {
      TestData.small.replacingOccurrences(of: "\nsides:", with: "\nweather:\n\(spells)\nsides:")
    }
    #expect(try load(TestData.small).weather == [])
    let setup = try load(
      text("  - { from: +00:00, visibility_meters: 900 }\n  - { from: +02:30, wet: true }"))
    #expect(
      setup.weather == [
        WeatherSpell(from: Tick(rawValue: 0), visibilityMeters: 900),
        WeatherSpell(from: Tick(rawValue: 150), isWet: true),
      ])
    let wrong = [
      ("  - { from: +02:00 }\n  - { from: +01:00 }", "begins no later than the one before it"),
      ("  - { from: +02:00, visibility_meters: 5 }", "the visibility is 5, allowed is 300 to"),
      ("  - { from: +02:00, wett: true }", "did you mean 'wet'?"), ("  - { wet: true }", "from"),
    ]
    for (spells, expected) in wrong {
      try TestData.withRoot(scenario: Array(text(spells).utf8)) { folders, path in
        let (_, diagnostics) = try TestData.read(path, folders)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.allSatisfy { $0.text.contains(expected) }, "\(diagnostics)")
      }
    }
  }

  @Test("A small scenario becomes what it says")
  func small() throws {
    let setup = try load(TestData.small)
    #expect(setup.scenarioID == "Small" && setup.title == "Small")
    #expect(setup.sides.map(\.id) == ["az", "tal"] && setup.sides.map(\.enemy) == [1, 0])
    #expect(setup.formations.map(\.id) == ["az.bde", "tal.bde"])
    #expect(setup.formations[1].headquarters == UnitID(1))
    #expect(setup.units.map(\.id) == ["az.bde.1", "tal.bde.hq"])
    #expect(setup.units[0].vehicles.map(\.count) == [31, 10])
    #expect(setup.units[0].arrivalBand == nil && setup.units[1].arrivalBand == 60...120)
    #expect(setup.units[1].arrivalGroup == 1 && setup.units[1].qualityBand == -1...1)
    #expect(setup.clock.utcOffsetMinutes == 300 && setup.clock.minuteOfDay == 360)
    #expect(setup.ceaseFire.band == 600...720 && setup.ceaseFire.holder == SideID(1))
    #expect(setup.objectives.count == 1 && setup.objectives[0].pointsPerHour == [5, 5])
    #expect(setup.objectives[0].pointsAtEnd == [10, 20])
    let masalli = try #require(setup.terrain.towns.first { $0.id == "masalli" })
    #expect(setup.terrain.grid.distance(Int(setup.units[1].start), Int(masalli.center)) == 1)
    #expect(setup.initialControl[Int(masalli.center)] == 1)
    #expect(setup.initialControl[Int(setup.units[0].start)] == 0)
    for hex in 0..<setup.terrain.grid.count
    where setup.terrain.isWater(hex) || setup.terrain.neutral[hex] != 0 {
      #expect(setup.initialControl[hex] == 255)
    }
  }

  @Test("The digest tells values, not spelling")
  func digest() throws {
    let plain = try load(TestData.small).sourceDigest
    let spelled = TestData.small.replacingOccurrences(of: "personnel: 190", with: "personnel: 0xBE")
    #expect(try load("# a comment\n" + spelled).sourceDigest == plain)
    let other = TestData.small.replacingOccurrences(of: "personnel: 190", with: "personnel: 191")
    #expect(try load(other).sourceDigest != plain)
    let quality = TestData.small.replacingOccurrences(of: "[-1, 1]", with: "[-1, 2]")
    #expect(try load(quality).sourceDigest != plain)
  }

  @Test("A scenario extends another: sections are replaced, units changed or left out")
  func extends() throws {
    try TestData.withRoot(scenario: Array(TestData.small.utf8)) { folders, path in
      let text = """
        format: 1
        extends: ../Small
        title: Later
        clock: {start: 1998-09-13T18:00, utc_offset: "+05:00"}
        changes:
          az.bde.1: {start: {town: bilasuvar}, strength: [50, 60]}
          tal.bde.hq: {arrival: ~, personnel: 50}
        """
      let folder = folders.roots[0] + "/Scenarios/Later"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let later = folder + "/scenario.yaml"
      try TestData.write(Array(text.utf8), to: later)
      let (scenario, diagnostics) = try TestData.read(later, folders)
      #expect(diagnostics.map(\.text) == [])
      let setup = try #require(scenario?.setup)
      #expect(setup.scenarioID == "Later" && setup.title == "Later")
      #expect(setup.clock.day == 13 && setup.clock.minuteOfDay == 1080)
      #expect(setup.units[0].strengthBand == 500...600)
      #expect(setup.units[1].arrivalBand == nil && setup.units[1].personnel == 50)
      let gone = text.replacingOccurrences(
        of: "{arrival: ~, personnel: 50}", with: "{absent: true}")
      try TestData.write(Array(gone.utf8), to: later)
      let left = try TestData.read(later, folders)
      #expect(left.1.map(\.text) == [] && left.0?.setup.units.count == 1)
      #expect(left.0?.setup.formations[1].headquarters == nil)
      let wrong = text.replacingOccurrences(of: "az.bde.1", with: "az.bde.2")
      try TestData.write(Array(wrong.utf8), to: later)
      #expect(
        try TestData.read(later, folders).1.map(\.text) == [
          "\(later):6:3: error: there is no unit 'az.bde.2' to change, did you mean 'az.bde.1'?"
        ])
      let loop = text.replacingOccurrences(of: "../Small", with: "../Later")
      try TestData.write(Array(loop.utf8), to: later)
      #expect(
        try TestData.read(later, folders).1.contains { $0.message.contains("extend each other") })
    }
  }

  @Test("Data folders are found upwards, then by the environment")
  func folders() throws {
    try TestData.withRoot(scenario: Array(TestData.small.utf8)) { folders, path in
      let root = folders.roots[0]
      let up = DataFolders(
        executable: root + "/a/b/sitrep", workingDirectory: "", environment: [:])
      #expect(up.roots == [root])
      #expect(up.theatreNames == ["mughan"] && up.scenarioNames == ["Small"])
      #expect(up.theatre("../x") == nil && up.theatre("none") == nil)
      #expect(up.scenarioFile("Small") == path)
      #expect(up.scenarioFile(root + "/Scenarios/Small/") == path)
      #expect(up.scenarioFile(path) == path && up.scenarioFile("") == nil)
      let named = DataFolders(
        executable: "/usr/bin/sitrep", workingDirectory: "/",
        environment: ["SITREP_DATA": root, "XDG_DATA_DIRS": "relative:/none"])
      #expect(named.roots.first == root)
      try FileManager.default.createSymbolicLink(
        atPath: root + "/sitrep", withDestinationPath: root)
      let shared = DataFolders(
        executable: "", workingDirectory: "", environment: ["XDG_DATA_DIRS": "/none:\(root)/"])
      #expect(shared.roots == [root + "/sitrep"])
    }
  }
}

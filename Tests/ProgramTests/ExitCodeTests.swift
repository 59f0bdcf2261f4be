import Foundation
import Simulation
import TestKit
import Testing

/// Exit codes by sysexits, and one message for people on standard error.
@Suite struct ExitCodeTests {
  @Test(arguments: [
    ["simulate"], ["dance"], ["simulate", "Calilabad", "--seed", "many"],
    ["simulate", "Calilabad", "--runs", "0"],
    ["simulate", "Calilabad", "--runs", "2", "--journal", "x.sitlog"],
    ["simulate", "Calilabad", "--until", "noon"],
    ["screenshot", "Calilabad", "-o", "a.png", "--size", "big"],
    ["screenshot", "Calilabad", "-o", "a.png", "--size", "10x10"],
    ["screenshot", "Calilabad", "-o", "a.png", "--bbox", "49,38,48,39"],
    ["screenshot", "Calilabad", "-o", "a.png", "--scale", "400000"],
    ["screenshot", "Calilabad", "-o", "a.png", "--view", "nobody"],
    ["screenshot", "Calilabad", "-o", "a.png", "--every", "0m"],
    ["symbol", "10031000161205000000"], ["play", "--side", "nobody"],
    ["play", "--size", "big"], ["play", "--center", "48"], ["play", "--scale", "1:x"],
    ["spectate", "Calilabad", "--center", "48,39", "--scale", "400000"],
    ["symbol", "10031000161205000000", "-o", "a.png", "--size", "0"],
    ["symbol", "10031000161205000000", "-o", "a.png", "--text", "shape=round"],
    ["report", "x.sitlog", "-o", "a.png"], ["screenshot", "Calilabad", "-o", "a.gif"],
    ["symbol", "10031000161205000000", "-o", "a.bmp"],
    ["benchmark", "--units", "0"], ["spectate", "Calilabad", "--speed", "7"],
  ])
  func usage(arguments: [String]) throws {
    try told(arguments, 64)
  }

  @Test(arguments: [
    ["simulate", "Nowhere"], ["screenshot", "Nowhere", "-o", "a.png"], ["spectate", "Nowhere"],
    ["play", "Nowhere"], ["replay", "verify", "none.sitlog"], ["replay", "info", "none.sitlog"],
    ["screenshot", "none.sitlog", "-o", "a.png"],
    ["report", "none.sitlog", "-o", "a.html"], ["play", "--resume", "none.sitlog"],
    ["validate", "nowhere.yaml"], ["simulate", "Calilabad", "--orders", "none.txt"],
  ])
  func missing(arguments: [String]) throws {
    try told(arguments, 66)
  }

  @Test func aFolderWithNothingToCheckIsAMistake() throws {
    try Places.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/empty/inner", withIntermediateDirectories: true)
      let result = try Program.run(["validate", "empty"], in: folder)
      #expect(result.status == 65 && result.errors.hasPrefix("empty: error: nothing to check"))
    }
  }

  @Test func badFiles() throws {
    let orders = "@0 az az.front.hq dance\n"
    let journal = "sitrep-journal 1\nrules 999\nscenario Calilabad\n"
    let header =
      "digest 0000000000000001\nterrain 0000000000000002\nseed 1\ncommander az staff\nbegin\n"
    try Places.withFolder { folder in
      func write(_ text: String, _ name: String) throws {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      try write(orders, "orders.txt")
      try write("hello\n", "text.sitlog")
      try write(journal + header, "rules.sitlog")
      try write(journal.replacing("999", with: "\(World.rulesVersion)") + header, "changed.sitlog")
      for (arguments, start) in [
        (["simulate", "Calilabad", "--orders", "orders.txt"], "orders.txt:1:19: error: "),
        (["replay", "verify", "text.sitlog"], "text.sitlog:1:1: error: "),
        (["replay", "verify", "rules.sitlog"], "rules.sitlog:2:7: error: fought under rules"),
        (["replay", "verify", "changed.sitlog"], "changed.sitlog:4:8: error: the scenario"),
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status == 65, "\(arguments): \(result)")
        #expect(result.errorLines.count == 1, "\(result.errors)")
        #expect(result.errors.hasPrefix(start), "\(result.errors)")
      }
    }
  }

  /// What only a journal can do says so of a bundle; what a bundle can do, it does.
  @Test func bundles() throws {
    try Places.withFolder { folder in
      for arguments in [
        ["simulate", "Calilabad", "--until", "+01:00", "--journal", "a.sitlog"],
        ["bundle", "a.sitlog", "-o", "a.sitrep"], ["replay", "verify", "a.sitrep"],
        ["replay", "info", "a.sitrep"], ["report", "a.sitrep", "-o", "a.html"],
        ["spectate", "a.sitrep", "--terminal"],
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status == 0, "\(arguments): \(result)")
      }
      for arguments in [
        ["bundle", "a.sitrep", "-o", "b.sitrep"], ["play", "--resume", "a.sitrep"],
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status == 65, "\(arguments): \(result)")
        #expect(
          result.errors.hasPrefix("a.sitrep:1:1: error: this is a bundle, not a journal"),
          "\(result.errors)")
      }
    }
  }

  @Test(arguments: [["play", "--side", "az"], ["play"], ["spectate", "Calilabad"]])
  func noDisplay(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 69, "\(result)")
    #expect(result.errors.contains("no display"))
  }

  @Test func theDiskRefuses() throws {
    for arguments in [
      ["symbol", "10031000161205000000", "-o", "/nowhere/a.png"],
      ["simulate", "Calilabad", "--until", "+00:01", "--journal", "/nowhere/a.sitlog"],
    ] {
      let result = try Program.run(arguments)
      #expect(result.status == 74, "\(arguments): \(result)")
      #expect(result.errorLines.count == 1, "\(result.errors)")
    }
  }

  private func told(_ arguments: [String], _ status: Int32) throws {
    try Places.withFolder { folder in
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == status, "\(result)")
      #expect(result.output.isEmpty, "results alone go to standard output")
      #expect(!result.errors.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/a.png"))
    }
  }
}

import Foundation
import TestKit
import Testing

/// Scenarios as people break them: each gives one clear error and does no harm.
@Suite struct ValidateTests {
  static let sound =
    SmallScenario.head + """
      order_of_battle:
        az:
          - id: bde
            name: Brigade
            sidc: "10031000181205000000"
            units:
              - id: one
                name: First Battalion
                sidc: "10031000161205000000"
                arm: armor
                personnel: 190
                vehicles: {t72: 31, ural: 10}
                start: [48.49, 39.21]
              - id: two
                name: Second Battalion
                sidc: "10031000161205000000"
                arm: armor
                personnel: 190
                start: [48.49, 39.23]

      """

  /// A way to break it, and what the error must say after the file's name.
  struct Break: CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    var expected: String
    var testDescription: String { name }
  }

  static let breaks = [
    Break(
      name: "bad YAML", old: "title: Small", new: "title: [Small",
      expected: "3:8: error: bad YAML"),
    Break(
      name: "unknown key", old: "theatre: mughan", new: "theater: none\ntheatre: mughan",
      expected: "3:1: error: unknown key 'theater' in the scenario, did you mean 'theatre'?"),
    Break(
      name: "unit in the sea", old: "[48.49, 39.21]", new: "[49.9, 39.2]",
      expected: "28:18: error: the unit 'az.bde.one' stands in the sea, the nearest land is at ["),
    Break(
      name: "two units one id", old: "- id: two", new: "- id: one",
      expected: "29:15: error: two units have the id 'az.bde.one', the first is on line 22"),
    Break(
      name: "SIDC too short", old: "\"10031000181205000000\"", new: "\"1003100018120500000\"",
      expected: "20:13: error: bad symbol code: a symbol code has 20 digits, this has 19"),
    Break(
      name: "missing theatre", old: "theatre: mughan", new: "theatre: mugan",
      expected: "3:10: error: there is no theatre 'mugan', did you mean 'mughan'?"),
    Break(
      name: "number out of range", old: "t72: 31", new: "t72: 3100000",
      expected: "27:27: error: the count is 3100000, allowed is 0 to 1000"),
    Break(
      name: "alias bomb", old: "title: Small",
      new: "title: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
      expected: "2:8: error: an anchor (&a) is not allowed"),
  ]

  private func check(_ bytes: Data, _ expected: String) throws {
    try Places.withFolder { folder in
      try bytes.write(to: URL(fileURLWithPath: "\(folder)/scenario.yaml"))
      let result = try Program.run(["validate", "scenario.yaml"], in: folder, seconds: 60)
      #expect(result.status == 65)
      #expect(result.output.isEmpty)
      #expect(result.errorLines.count == 1, "\(result.errors)")
      #expect(result.errors.hasPrefix("scenario.yaml:\(expected)"), "\(result.errors)")
    }
  }

  @Test(arguments: breaks) func oneClearError(item: Break) throws {
    #expect(Self.sound.contains(item.old))
    let text = Self.sound.replacingOccurrences(of: item.old, with: item.new)
    try check(Data(text.utf8), item.expected)
  }

  @Test func notUTF8() throws {
    try check(
      Data("format: 1\ntitle: caf".utf8) + Data([0xE9, 10]),
      "2:11: error: the byte 0xE9 is not UTF-8")
  }

  /// Its size alone refuses it, whatever is inside.
  @Test func aHugeFile() throws {
    try Places.withFolder { folder in
      let path = "\(folder)/scenario.yaml"
      _ = FileManager.default.createFile(atPath: path, contents: Data(Self.sound.utf8))
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.truncate(atOffset: 100_000_000)
      try file.close()
      let result = try Program.run(["validate", "scenario.yaml"], in: folder, seconds: 30)
      #expect(result.status == 65)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.hasPrefix("scenario.yaml:1:1: error: the file has 100 MB"))
    }
  }

  @Test func aSoundScenarioPasses() throws {
    try Places.withFolder { folder in
      let path = "\(folder)/scenario.yaml"
      try Self.sound.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try Program.run(["validate", "scenario.yaml", "--json"], in: folder)
      #expect(result.status == 0, "\(result)")
      #expect(result.errors.isEmpty)
      #expect(try Program.json(result.output) as? [String] == [])
    }
  }

  @Test func everythingShippedIsSound() throws {
    let folder = Places.package
    let result = try Places.withFolder {
      try Program.run(
        ["validate", "Calilabad", "\(folder)/Assets/Theatres/mughan", "\(folder)/Assets/Tables"],
        in: $0)
    }
    #expect(result.status == 0, "\(result)")
    #expect(result.output == "No mistakes found.\n")
  }

  @Test func jsonHasItsKeys() throws {
    try Places.withFolder { folder in
      let text = Self.sound.replacing("identity: 6", with: "identity: 9")
        .replacing(
          "personnel: 190\n          vehicles", with: "personnel: many\n          vehicles")
      try text.write(toFile: "\(folder)/scenario.yaml", atomically: true, encoding: .utf8)
      let result = try Program.run(["validate", "--json", "scenario.yaml"], in: folder)
      #expect(result.status == 65)
      #expect(result.errors.isEmpty)
      let found = try #require(try Program.json(result.output) as? [[String: Any]])
      #expect(found.count == 2)
      for item in found {
        #expect(item.keys.sorted() == ["column", "file", "hint", "line", "message", "severity"])
        #expect(item["severity"] as? String == "error")
        #expect(item["file"] as? String == "scenario.yaml")
        #expect(item["line"] is Int && item["column"] is Int)
      }
    }
  }
}

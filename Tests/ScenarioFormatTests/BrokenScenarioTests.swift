import Foundation
import SourceText
import Testing

@testable import ScenarioFormat

/// Each mistake gives exactly one error, at its place, with what would be right, and quickly.
@Suite("Broken scenarios", .serialized)
struct BrokenScenarioTests {
  /// One way to break the small scenario, and the start of the error that it must give.
  struct Break: CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    var expected: String
    var testDescription: String { name }
  }

  static let breaks: [Break] = [
    Break(
      name: "bad YAML", old: "title: Small", new: "title: [Small",
      expected: "3:8: error: bad YAML: did not find expected ',' or ']'"),
    Break(
      name: "unknown key", old: "personnel: 190", new: "personel: 190\n          personnel: 190",
      expected: "26:11: error: unknown key 'personel' in a unit, did you mean 'personnel'?"),
    Break(
      name: "unit in the sea", old: "[48.49, 39.21]", new: "[49.9, 39.2]",
      expected:
        "28:18: error: the unit 'az.bde.1' stands in the sea, the nearest land is at [49."),
    Break(
      name: "unit off the map", old: "[48.49, 39.21]", new: "[20, 50]",
      expected:
        "28:18: error: the unit 'az.bde.1' stands off the map, the nearest land is at ["),
    Break(
      name: "unit in Iran", old: "[48.49, 39.21]", new: "[47.9, 39.2]",
      expected: "28:18: error: the unit 'az.bde.1' stands on neutral ground, the nearest land"),
    Break(
      name: "two units one id", old: "      units:\n        - id: hq",
      new: "      units:\n        - {id: hq, name: Other, sidc: \"10061000181205000000\", "
        + "arm: armor, personnel: 1, start: {town: masalli}}\n        - id: hq",
      expected: "37:15: error: two units have the id 'tal.bde.hq', the first is on line 36"),
    Break(
      name: "symbol code too short", old: "\"10031000161205000000\"",
      new: "\"1003100016120500000\"",
      expected: "24:17: error: bad symbol code: a symbol code has 20 digits, this has 19"),
    Break(
      name: "bad digit", old: "\"10031000161205000000\"", new: "\"10091000161205000000\"",
      expected: "24:17: error: bad symbol code: digit 4, the identity, is 9, 0 pending"),
    Break(
      name: "other side's identity", old: "\"10031000161205000000\"",
      new: "\"10061000161205000000\"",
      expected: "24:17: error: digit 4 of the symbol code, the identity, is 6, its side's is 3"),
    Break(
      name: "missing theatre", old: "theatre: mughan", new: "theatre: mugan",
      expected: "3:10: error: there is no theatre 'mugan', did you mean 'mughan'?"),
    Break(
      name: "number out of range", old: "personnel: 190", new: "personnel: 20001",
      expected: "26:22: error: personnel is 20001, allowed is 0 to 20000"),
    Break(
      name: "unknown equipment", old: "t72: 31", new: "t27: 31",
      expected: "27:22: error: the equipment 't27' is not known, did you mean 't72'?"),
    Break(
      name: "two of a class", old: "ural: 10", new: "t55: 10",
      expected: "27:31: error: 't55' is of the class tank, as 't72' is, a unit may have one"),
    Break(
      name: "unknown town", old: "town: calilabad}", new: "town: jalilabad}",
      expected: "10:60: error: the town 'jalilabad' is not known, did you mean 'calilabad'?"),
    Break(
      name: "unknown quarter", old: "quarter: center", new: "quarter: centre",
      expected: "12:32: error: Cəlilabad has no quarter 'centre', did you mean 'center'?"),
    Break(
      name: "band reversed", old: "[+10:00, +12:00]", new: "[+12:00, +10:00]",
      expected: "10:23: error: the cease-fire begins after it ends, write the lower value first"),
    Break(
      name: "bad time", old: "[+10:00, +12:00]", new: "[+10:00, 12h]",
      expected: "10:32: error: the cease-fire must be a time after the start, not the text '12h'"),
    Break(
      name: "bad date", old: "1998-09-12T06:00", new: "1998-09-31T06:00",
      expected: "5:10: error: the start is the text '1998-09-31T06:00', write local time as"),
    Break(
      name: "missing key", old: "          arm: armor\n", new: "",
      expected: "22:11: error: the unit 'az.bde.1' lacks the key 'arm', add 'arm: …'"),
    Break(
      name: "missing section", old: "theatre: mughan\n", new: "",
      expected: "1:1: error: the scenario lacks the key 'theatre', add 'theatre: …'"),
    Break(
      name: "headquarters not there", old: "headquarters: hq", new: "headquarters: hp",
      expected: "33:21: error: 'tal.bde' has no unit 'hp' for its headquarters, did you mean"),
    Break(
      name: "alias bomb", old: "title: Small", new: "title: &a [x, x]\nstory: [*a, *a]",
      expected: "2:8: error: an anchor (&a) is not allowed"),
    Break(
      name: "a number for a code", old: "\"10031000161205000000\"", new: "10031000161205000000",
      expected: "24:17: error: the whole number '10031000161205000000' is too large"),
  ]

  /// How long a sound scenario takes in the same run, so that a busy machine decides nothing.
  private static let usual: Duration = {
    var spent = Duration.zero
    try? TestData.withRoot(scenario: Array(TestData.small.utf8)) { folders, path in
      _ = TestData.theatre
      spent = ContinuousClock().measure { _ = Self().mistakes(path, folders) }
    }
    return spent
  }()

  @Test("Each is one clear error", arguments: breaks)
  func one(_ item: Break) throws {
    #expect(TestData.small.contains(item.old))
    let text = TestData.small.replacingOccurrences(of: item.old, with: item.new)
    try TestData.withRoot(scenario: Array(text.utf8)) { folders, path in
      _ = TestData.theatre
      let spent = ContinuousClock().measure {
        let found = mistakes(path, folders)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasPrefix("\(path):\(item.expected)") == true, "\(found)")
      }
      #expect(spent < Self.usual * 20)
    }
  }

  @Test("What is not UTF-8 and what is too large are refused at once")
  func bytes() throws {
    let latin = Array("format: 1\ntitle: caf".utf8) + [0xE9] + Array("\n".utf8)
    try TestData.withRoot(scenario: latin) { folders, path in
      #expect(
        mistakes(path, folders) == [
          "\(path):2:11: error: the byte 0xE9 is not UTF-8, save the file as UTF-8"
        ])
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.truncate(atOffset: 100_000_000)
      try handle.close()
      let spent = ContinuousClock().measure {
        #expect(mistakes(path, folders).first?.contains("error: the file has 100 MB") == true)
      }
      #expect(spent < Self.usual * 20)
    }
  }

  @Test("Several mistakes are told together, in the order of the file")
  func several() throws {
    let text = TestData.small.replacingOccurrences(of: "personnel: 190", with: "personnel: -1")
      .replacingOccurrences(of: "identity: 3", with: "identity: 9")
      .replacingOccurrences(of: "t72: 31", with: "t72: many")
      .replacingOccurrences(of: "objectives:", with: "objektives:")
    try TestData.withRoot(scenario: Array(text.utf8)) { folders, path in
      let found = mistakes(path, folders)
      let lines = found.compactMap { $0.dropFirst(path.count + 1).split(separator: ":").first }
      #expect(lines == ["8", "11", "26", "27"], "\(found)")
    }
  }

  @Test("A missing scenario says so, and names the nearest")
  func missing() throws {
    try TestData.withRoot(scenario: Array(TestData.small.utf8)) { folders, _ in
      do throws(SourceFailure) {
        _ = try ScenarioLoader.load("Smal", folders: folders)
        Issue.record("it loaded")
      } catch {
        #expect(error.isMissingFile)
        #expect(
          error.diagnostics.first?.text
            == "Smal: error: there is no such scenario, did you mean 'Small'?")
      }
    }
  }

  private func mistakes(_ path: String, _ folders: DataFolders) -> [String] {
    do throws(SourceFailure) {
      return try TestData.read(path, folders).1.map(\.text)
    } catch {
      return error.diagnostics.map(\.text)
    }
  }
}

import SourceText
import Testing

/// Reads YAML text under the name `t.yaml`.
func yaml(_ text: String, limits: SourceLimits = .standard) throws(SourceFailure) -> SourceNode {
  try SourceReader.yaml(Array(text.utf8), file: "t.yaml", limits: limits)
}

/// The single diagnostic's text that reading gives, or "" where it succeeds.
func yamlFault(_ bytes: [UInt8], limits: SourceLimits = .standard) -> String {
  do throws(SourceFailure) {
    _ = try SourceReader.yaml(bytes, file: "t.yaml", limits: limits)
    return ""
  } catch {
    return error.diagnostics.map(\.text).joined(separator: "\n")
  }
}

func yamlFault(_ text: String, limits: SourceLimits = .standard) -> String {
  yamlFault(Array(text.utf8), limits: limits)
}

@Suite("YAML")
struct YAMLTests {
  @Test("Scalars follow the core schema, quotes keep text")
  func scalars() throws {
    let cases: [(String, SourceNode.Value)] = [
      ("~", .null), ("null", .null), ("true", .bool(true)), ("False", .bool(false)),
      ("yes", .string("yes")), ("NO", .string("NO")), ("12", .integer(12)), ("-7", .integer(-7)),
      ("+7", .integer(7)), ("007", .integer(7)), ("0x1F", .integer(31)), ("0o17", .integer(15)),
      ("1.5", .number(1.5)), (".5", .number(0.5)), ("12.", .number(12)), ("1e3", .number(1000)),
      ("-2.5E-1", .number(-0.25)), ("12:30", .string("12:30")), ("+48:00", .string("+48:00")),
      ("1.2.3", .string("1.2.3")), ("e5", .string("e5")), (".", .string(".")), ("-", .null),
      ("'12'", .string("12")), ("\"true\"", .string("true")), ("0xZZ", .string("0xZZ")),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("Cəlilabad", .string("Cəlilabad")),
    ]
    for (text, value) in cases where text != "-" {
      #expect(try yaml("key: \(text)")["key"]?.value == value, "\(text)")
    }
  }

  @Test("Places of keys and values are kept")
  func places() throws {
    let root = try yaml("a: 1\nb:\n  - x\n  - {c: ə, d: 2}\n")
    #expect(root["b"]?.position == SourcePosition(line: 3, column: 3))
    guard case .sequence(let items)? = root["b"]?.value, case .mapping(let pairs) = items[1].value
    else {
      Issue.record("no list")
      return
    }
    #expect(items[0].position == SourcePosition(line: 3, column: 5))
    #expect(pairs[1].keyPosition == SourcePosition(line: 4, column: 12))
    #expect(pairs[1].value.position == SourcePosition(line: 4, column: 15))
  }

  @Test("An empty file is null; a byte order mark and Windows line ends are legal")
  func edges() throws {
    #expect(try yaml("").value == .null)
    #expect(try yaml("# only a comment\n").value == .null)
    #expect(try yaml("\u{FEFF}a: 1\r\nb: 2\r\n")["b"]?.value == .integer(2))
  }

  @Test(
    "What is refused, with its place",
    arguments: [
      ("a: &x 1", "t.yaml:1:4: error: an anchor (&x) is not allowed"),
      ("a: *x", "t.yaml:1:4: error: an alias (*x) is not allowed"),
      ("a: !!str 1", "t.yaml:1:4: error: a tag"),
      ("a: 1\nb: 2\na: 3", "t.yaml:3:1: error: the key 'a' stands twice"),
      ("a: .nan", "t.yaml:1:4: error: '.nan' is no finite number"),
      ("a: -.INF", "t.yaml:1:4: error: '-.INF' is no finite number"),
      ("a: 1e400", "t.yaml:1:4: error: '1e400' is no finite number"),
      ("a: 99999999999999999999", "t.yaml:1:4: error: the whole number"),
      ("a: [1, 2", "t.yaml:2:1: error: bad YAML"),
      ("a:\n\t- b", "t.yaml:2:1: error: bad YAML"),
      ("a: b: c", "t.yaml:1:5: error: bad YAML"),
      ("a: 1\n---\nb: 2", "t.yaml:2:1: error: a second document begins"),
      ("[a]: 1", "t.yaml:1:1: error: a key must be a word"),
      ("a: \u{7}", "t.yaml:1:4: error: bad YAML: control characters"),
    ])
  func refused(text: String, expected: String) {
    let fault = yamlFault(text)
    #expect(fault.hasPrefix(expected), "\(fault)")
    #expect(!fault.contains("\n"))
  }

  @Test("The first byte that is not UTF-8 is named")
  func notUTF8() {
    let latin = yamlFault(Array("a: 1\nb: caf".utf8) + [0xE9, 0x0A])
    #expect(latin.hasPrefix("t.yaml:2:7: error: the byte 0xE9 is not UTF-8"))
    for bad: [UInt8] in [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] {
      #expect(yamlFault(Array("ə".utf8) + bad).hasPrefix("t.yaml:1:2: error: the byte 0x"))
    }
  }

  @Test("Depth and number of values are limited")
  func limits() {
    let deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
    #expect(yamlFault(deep).hasPrefix("t.yaml:1:33: error: lists and mappings stand more than 32"))
    #expect(yamlFault(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) == "")
    let many = "[" + String(repeating: "1,", count: 60) + "]"
    let fault = yamlFault(many, limits: SourceLimits(nodes: 50))
    #expect(fault.contains("more than 50 values"))
  }

  @Test("Bombs of aliases and of brackets are refused at once")
  func bombs() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let row = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(row)]\n"
    }
    let clock = ContinuousClock()
    // What is as long as one of the bombs and sound up to its last word takes this long.
    let sound = String(repeating: "- w\n", count: 500_000) + "- *a\n"
    let read = clock.measure { #expect(!yamlFault(sound).isEmpty) }
    let spent = clock.measure {
      #expect(yamlFault(bomb).hasPrefix("t.yaml:1:5: error: an anchor"))
      #expect(yamlFault(String(repeating: "[", count: 2_000_000)).contains(" deep"))
      #expect(yamlFault(String(repeating: "- ", count: 1_000_000)).contains("32 deep"))
      #expect(!yamlFault(String(repeating: "{a: ", count: 500_000)).isEmpty)
    }
    #expect(spent < read, "\(spent) beside \(read)")
  }
}

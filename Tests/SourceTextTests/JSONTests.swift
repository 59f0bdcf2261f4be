import SourceText
import Testing

/// Reads JSON text under the name `t.json`.
private func json(
  _ text: String, limits: SourceLimits = .standard
) throws(SourceFailure) -> SourceNode {
  try SourceReader.json(Array(text.utf8), file: "t.json", limits: limits)
}

/// The diagnostic's text that reading gives, or "" where it succeeds.
private func fault(_ bytes: [UInt8], limits: SourceLimits = .standard) -> String {
  do throws(SourceFailure) {
    _ = try SourceReader.json(bytes, file: "t.json", limits: limits)
    return ""
  } catch { return error.diagnostics.map(\.text).joined(separator: "\n") }
}

private func fault(_ text: String, limits: SourceLimits = .standard) -> String {
  fault(Array(text.utf8), limits: limits)
}

@Suite struct JSONTests {
  @Test func readsEveryKindOfValue() throws {
    let node = try json(#"{"a": [1, -2.5, true, false, null, "x"], "b": {}, "c": []}"#)
    guard case .sequence(let items) = node["a"]?.value else {
      Issue.record("no list")
      return
    }
    #expect(
      items.map(\.value) == [
        .integer(1), .number(-2.5), .bool(true), .bool(false), .null, .string("x"),
      ])
    #expect(node["b"]?.value == .mapping([]))
    #expect(node["c"]?.value == .sequence([]))
  }

  @Test func tellsPlacesInScalars() throws {
    let node = try json("{\n  \"ə\": 1, \"ü\": [\n\t7 ]}")
    #expect(node.position == SourcePosition(line: 1, column: 1))
    #expect(node["ə"]?.position == SourcePosition(line: 2, column: 8))
    guard case .mapping(let pairs) = node.value, case .sequence(let items) = pairs[1].value.value
    else {
      Issue.record("no mapping")
      return
    }
    #expect(pairs[1].keyPosition == SourcePosition(line: 2, column: 11))
    #expect(items[0].position == SourcePosition(line: 3, column: 2))
  }

  @Test func roundsNumbersCorrectly() throws {
    for text in [
      "0.1", "48.49186", "1e22", "1e23", "9007199254740993", "123456789012345678901234567890",
      "2.2250738585072014e-308", "4.9e-324", "0.30000000000000004", "179769313486231570e291",
      "-0.0", "1E+2", "0.000001", "9007199254740993.0", "1.7976931348623157e308",
    ] {
      let value = try json(text).value
      switch value {
      case .number(let number): #expect(number == Double(text), "\(text)")
      case .integer(let whole): #expect(Int64(text) == whole, "\(text)")
      default: Issue.record("\(text)")
      }
    }
    #expect(try json("9223372036854775807").value == .integer(.max))
    #expect(try json("-9223372036854775808").value == .integer(.min))
    #expect(try json("9223372036854775808").value == .number(9_223_372_036_854_775_808))
    #expect(try json("-0").value == .integer(0))
  }

  @Test func readsEscapes() throws {
    let text = #""a\"\\\/\b\f\n\r\t\u0259\uD83D\uDE00ə""#
    #expect(try json(text).value == .string("a\"\\/\u{8}\u{C}\n\r\tə😀ə"))
  }

  @Test(arguments: [
    ("", "1:1"), ("  ", "1:3"), ("[1,]", "1:4"), ("[1 2]", "1:4"), ("{\"a\" 1}", "1:6"),
    ("{\"a\":1,}", "1:8"), ("{a:1}", "1:2"), ("[", "1:2"), ("{", "1:2"), ("\"a", "1:3"),
    ("01", "1:3"), ("-", "1:2"), ("1.", "1:3"), ("1e", "1:3"), ("1e999", "1:1"), ("tru", "1:1"),
    ("nul", "1:1"), ("1 1", "1:3"), ("\"\\x\"", "1:2"), ("\"\\u12\"", "1:2"),
    ("\"\\uD800\"", "1:2"), ("\"\\uDC00\"", "1:2"), ("\"\\uD800\\u0041\"", "1:2"),
    ("\"\u{1}\"", "1:2"), ("[1\n,\n?]", "3:1"), ("NaN", "1:1"), ("+1", "1:1"), (".5", "1:1"),
    ("{\"a\":1,\n \"a\":2}", "2:2"), ("'a'", "1:1"), ("[1]//", "1:4"), ("\u{FEFF}[]", "1:1"),
  ])
  func refusesWhatIsNoJSON(_ text: String, _ place: String) {
    #expect(fault(text).hasPrefix("t.json:\(place): error: "), "\(fault(text)) for \(text)")
  }

  @Test func refusesKeyDoublesInLargeObjects() {
    let keys = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(fault("{\(keys)}") == "")
    #expect(fault("{\(keys),\"k7\":0}").contains("the key 'k7' stands twice"))
  }

  @Test func refusesBytesThatAreNotUTF8() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80],
    ] {
      #expect(fault(bytes).hasPrefix("t.json:1:2: error: "))
    }
  }

  @Test func keepsToItsLimits() {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(fault(deep) == "")
    #expect(fault("[" + deep + "]").contains("nested more than 32 deep"))
    #expect(fault(String(repeating: "[", count: 100_000)).contains("nested"))
    let list = "[" + Array(repeating: "0", count: 10).joined(separator: ",") + "]"
    #expect(fault(list, limits: SourceLimits(nodes: 11)) == "")
    #expect(fault(list, limits: SourceLimits(nodes: 10)).contains("more than 10 values"))
    #expect(fault(list, limits: SourceLimits(bytes: 5)).contains("bytes are allowed"))
  }

  @Test func mutantsGiveAValueOrOneFailure() {
    let seeds = [
      #"{"type":"FeatureCollection","features":[{"p":[48.49186,-39.2e3],"n":"Cəli\u0259"}]}"#,
      #"[[1,2,[3,{"a":true,"b":false}]],"\uD83D\uDE00\\\"",-0.5E-7,12345678901234567890]"#,
    ].map { Array($0.utf8) }
    var state: UInt64 = 42
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let salt = Array("{}[],:\"\\u0e-+.tfn \n".utf8) + [0, 0x80, 0xC3, 0xFF]
    for _ in 0..<20_000 {
      var bytes = seeds[below(seeds.count)]
      for _ in 0...below(4) where !bytes.isEmpty {
        let at = below(bytes.count)
        switch below(4) {
        case 0: bytes[at] = salt[below(salt.count)]
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(salt[below(salt.count)], at: at)
        default: bytes.removeLast(below(bytes.count))
        }
      }
      let text = fault(bytes)
      #expect(text.isEmpty || text.hasPrefix("t.json:") && !text.contains("\nt.json"))
    }
  }
}

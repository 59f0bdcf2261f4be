import Testing

@testable import SourceText

@Suite("Decoder")
struct SourceDecoderTests {
  private enum Fruit: Equatable { case apple, pear }

  @Test("Unknown keys name the nearest, missing keys are told")
  func keys() throws {
    let decoder = SourceDecoder(file: "t.yaml")
    let node = try yaml("name: x\npersonel: 3\nzzzz: 1\n")
    let known = ["id", "name", "personnel"]
    #expect(decoder.mapping(node, known: known, required: ["id", "name"], what: "a unit"))
    #expect(
      decoder.sorted().map(\.text) == [
        "t.yaml:1:1: error: a unit lacks the key 'id', add 'id: …'",
        "t.yaml:2:1: error: unknown key 'personel' in a unit, did you mean 'personnel'?",
        "t.yaml:3:1: error: unknown key 'zzzz' in a unit, known are: id, name, personnel",
      ])
    #expect(!decoder.mapping(try yaml("- 1"), known: ["id"], what: "a unit"))
  }

  @Test("Values are checked for kind and range")
  func values() throws {
    let decoder = SourceDecoder(file: "t.yaml")
    let root = try yaml("i: 5\nn: 2.5\ns: text\nb: true\nw: pear\nl: [1, 2]\nz: ~\n")
    let words: [(String, Fruit)] = [("apple", .apple), ("pear", .pear)]
    #expect(decoder.integer(root["i"], in: 0...9) == 5)
    #expect(decoder.number(root["n"], in: 0...9) == 2.5)
    #expect(decoder.number(root["i"], in: 0...9) == 5)
    #expect(decoder.string(root["s"]) == "text")
    #expect(decoder.bool(root["b"]) == true)
    #expect(decoder.word(root["w"], of: words) == .pear)
    #expect(decoder.sequence(root["l"]).count == 2)
    #expect(decoder.sequence(root["z"]).isEmpty && decoder.sequence(root["none"]).isEmpty)
    #expect(decoder.integer(root["none"], in: 0...9) == nil)
    #expect(!decoder.hasErrors)
    #expect(decoder.integer(root["i"], in: 0...4, what: "the count") == nil)
    #expect(decoder.integer(root["n"], in: 0...4) == nil)
    #expect(decoder.number(root["s"], in: 0...4) == nil)
    #expect(decoder.string(root["i"]) == nil)
    #expect(decoder.string(root["s"], length: 1...3) == nil)
    #expect(decoder.bool(root["s"]) == nil)
    #expect(decoder.word(root["s"], of: words) == nil)
    #expect(decoder.sequence(root["i"]).isEmpty)
    #expect(decoder.pairs(root["l"]).isEmpty)
    #expect(decoder.diagnostics.count == 9)
    #expect(
      decoder.diagnostics[0].text
        == "t.yaml:1:4: error: the count is 5, allowed is 0 to 4")
    #expect(throws: SourceFailure.self) { try decoder.finish() }
  }

  @Test("Warnings alone do not fail")
  func warnings() throws {
    let decoder = SourceDecoder(file: "t.yaml")
    decoder.warning("odd", at: try yaml("a"))
    try decoder.finish()
    #expect(decoder.diagnostics.map(\.severity) == [.warning])
  }

  @Test("The nearest word is found within reason")
  func nearest() {
    let words = ["calilabad", "masalli", "lankaran", "t72", "t55"]
    #expect(NearestWord.find("Jalilabad", among: words) == "calilabad")
    #expect(NearestWord.find("lenkoran", among: words) == "lankaran")
    #expect(NearestWord.find("t27", among: words) == "t72")
    #expect(NearestWord.find("baku", among: words) == nil)
    #expect(NearestWord.find("", among: words) == nil)
    #expect(NearestWord.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    #expect(NearestWord.distance(Array("ab".utf8), Array("ba".utf8)) == 1)
    #expect(NearestWord.distance([], Array("abc".utf8)) == 3)
  }
}

import Screen
import SourceText
import Testing

@testable import Symbology

@Suite struct DrawingTests {
  private static let frames = """
    frames:
      friend: {draw: M -75 -50 H 75 V 50 H -75 Z, box: [-75, -50, 75, 50]}
      neutral: {draw: R -55 -55 110 110, box: [-55, -55, 55, 55]}
      hostile: {draw: M 0 -72 L 72 0 0 72 -72 0 Z, box: [-72, -72, 72, 72]}
      unknown: {draw: O 0 0 69, box: [-69, -69, 69, 69]}
      disc: {draw: O 0 0 60, box: [-60, -60, 60, 60]}

    """

  private func library(_ text: String) throws -> SymbolLibrary {
    var reader = SymbolFileReader()
    let bytes = Array((Self.frames + text).utf8)
    reader.add(try SourceReader.yaml(bytes, file: "a.yaml"), file: "a.yaml")
    return try reader.library(folder: "symbols")
  }

  @Test func readsEveryStep() throws {
    let reader = DrawingReader(letters: Letterforms())
    let path = try reader.path("M 1 2 H 3 V 4 L 5 6 7 8 Q 1 1 2 2 C 1 2 3 4 5 6 Z")
    #expect(path.verbs == [.move, .line, .line, .line, .line, .quadratic, .cubic, .close])
    #expect(path.points[2] == Point(3, 4))
    #expect(try reader.path("E 10 20 3 4").bounds == Rect(7, 16, 6, 8))
    #expect(try reader.path("R 1 2 3 4").bounds == Rect(1, 2, 3, 4))
    #expect(try reader.path("B 0 0 10 10 2").verbs.count == 10)
  }

  @Test(arguments: [
    ("    \"121100\": {name: a, draw: line M 0 0 L 1 x}", 10, 46, "y is missing"),
    ("    \"121100\": {name: a, draw: lime M 0 0 L 1 1}", 10, 31, "unknown instruction 'lime'"),
    ("    \"121100\": {name: a, draw: line L 1 1}", 10, 36, "an outline starts with 'L'"),
    ("    \"121100\": {name: a, draw: use crosses}", 10, 35, "there is no part 'crosses'"),
    ("    \"1211\": {name: a, draw: line O 0 0 1}", 10, 5, "'1211' is no code"),
    ("    \"121100\": {draw: line O 0 0 1}", 10, 15, "lacks the key 'name'"),
    ("    \"121100\": {name: a, draw: [line O 0 0 1, line Y]}", 10, 51, "outline starts"),
    ("    \"121100\": {name: a, drew: b}", 10, 25, "unknown key 'drew'"),
  ])
  func mistakesAreNamedWithTheirPlace(
    _ text: String, _ line: Int, _ column: Int, _ message: String
  ) throws {
    let head = "parts: {cross: line O 0 0 1}\nentities:\n  10:\n"
    let failure = #expect(throws: SourceFailure.self) { try library(head + text + "\n") }
    let found = try #require(failure?.diagnostics.first)
    #expect(found.file == "a.yaml")
    #expect(found.position == SourcePosition(line: line, column: column))
    #expect(found.message.contains(message))
    #expect(failure?.diagnostics.count == 1)
  }

  @Test func partsMayNotUseThemselves() {
    let failure = #expect(throws: SourceFailure.self) {
      try library(
        "parts: {a: use b, b: use a}\nentities: {10: {\"110000\": {name: n, draw: use a}}}\n")
    }
    #expect(failure?.diagnostics.contains { $0.message.contains("uses itself") } == true)
  }

  @Test func everyMistakeIsToldAtOnce() {
    let failure = #expect(throws: SourceFailure.self) {
      try library("entities: {10: {\"1\": {name: n}, \"2\": {name: n}}, x: {}}\n")
    }
    #expect(failure?.diagnostics.count == 3)
  }

  @Test func aMissingFrameIsAnError() {
    var reader = SymbolFileReader()
    let failure = #expect(throws: SourceFailure.self) { try reader.library(folder: "symbols") }
    #expect(failure?.diagnostics.count == FrameShape.allCases.count)
  }

  @Test func aFolderWithoutFilesIsMissing() {
    let failure = #expect(throws: SourceFailure.self) { try SymbolLibrary.load(folder: "/nowhere") }
    #expect(failure?.isMissingFile == true)
  }

  @Test func framesMayHaveTheirOwnDrawing() throws {
    let made = try library(
      """
      entities:
        10:
          "110000":
            name: n
            draw: {friend: line M 0 0 H 5, hostile: line M 0 0 H 7, any: line M 0 0 H 9}

      """)
    func reach(_ identity: SIDC.Identity) -> Double? {
      made.symbol(SIDC(landUnit: 110000, identity: identity)).shapes.last?.path.bounds.maxX
    }
    #expect(reach(.friend) == 5)
    #expect(reach(.suspect) == 7)
    #expect(reach(.neutral) == 9)
  }

  @Test func partsAreScaledAndMoved() throws {
    let made = try library(
      """
      parts: {dot: fill R -2 -2 4 4}
      entities: {10: {"110000": {name: n, draw: use dot at 10 -20 scale 0.5}}}

      """)
    let symbol = made.symbol(SIDC(landUnit: 110000))
    #expect(symbol.shapes.last?.path.bounds == Rect(9, -21, 2, 2))
  }

  @Test func lettersFillTheirWidth() throws {
    let made = try library("letters: {\"A\": {advance: 70, draw: M 0 0 V -72}}\n")
    #expect(made.letters.width(of: "AA", size: 50) == 70)
    #expect(made.letters.width(of: "a", size: 100) == 70)
    let path = made.letters.path("AA", at: Point(10, 20), size: 100)
    #expect(path.bounds == Rect(10, -52, 70, 72))
  }
}

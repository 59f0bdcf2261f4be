import SourceText
import Testing

@Suite("Damaged YAML")
struct YAMLMutantTests {
  private static let sample = """
    # A comment
    list: [1, 2.5, -3e2, "text: with", 'it''s', ~]
    mapping: {a: true, b: {c: [x, y]}}
    block: |
      two
      lines
    folded: >-
      one
      line
    items:
      - id: 1
        place: [48.49, 39.21]
      - id: Cəlilabad
        "quoted key": yes

    """

  @Test("Every truncation and every flipped bit reads or gives one error")
  func everyDamage() {
    let bytes = Array(Self.sample.utf8)
    for count in 0..<bytes.count { read(Array(bytes[..<count]), "cut at \(count)") }
    for at in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[at] ^= 1 << UInt8(bit)
        read(damaged, "bit \(bit) of byte \(at)")
      }
    }
  }

  private func read(_ bytes: [UInt8], _ name: String) {
    do throws(SourceFailure) {
      _ = try SourceReader.yaml(bytes, file: "t.yaml")
    } catch {
      #expect(error.diagnostics.count == 1 && error.diagnostics[0].position != nil, "\(name)")
    }
  }
}

import SourceText
import Testing

@testable import ScenarioFormat

/// Damaged scenarios give errors or load; they never trap.
@Suite("Damaged scenarios")
struct FuzzTests {
  /// A small generator with a seed that a failure names (SplitMix64, Steele and others 2014).
  private struct Generator {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
  }

  private static let words = [
    "[", "]", "{", "}", ":", "-", "~", "*a", "&a", "'", "\"", "#", "\n", "\t", "  ", "|", ">", "?",
    "1e999", "-1", "99999999999", "9223372036854775808", "null", "true", "[]", "{}", "[1, 2, 3]",
    "az", "town: baku", "start: ~", "extends: ../Small", "\u{FFFD}", "ə", "0x", ".nan", "---\n",
  ]

  private func mutant(of bytes: [UInt8], seed: UInt64) -> [UInt8] {
    var random = Generator(state: seed)
    var text = bytes
    for _ in 0...random.below(4) where !text.isEmpty {
      let at = random.below(text.count)
      switch random.below(6) {
      case 0: text[at] ^= UInt8(1 << random.below(8))
      case 1: text.removeSubrange(at..<min(text.count, at + 1 + random.below(30)))
      case 2: text.insert(contentsOf: Self.words[random.below(Self.words.count)].utf8, at: at)
      case 3: text.removeSubrange(at...)
      case 4:
        let end = min(text.count, at + 1 + random.below(60))
        text.insert(contentsOf: text[at..<end], at: random.below(text.count))
      default:
        let end = min(text.count, at + 1 + random.below(8))
        let word = Self.words[random.below(Self.words.count)].utf8
        text.replaceSubrange(at..<end, with: word)
      }
    }
    return text
  }

  @Test("Mutants of a scenario")
  func scenarios() throws {
    let bytes = Array(TestData.small.utf8)
    try TestData.withRoot(scenario: bytes) { folders, path in
      var loaded = 0
      for seed in 0..<120 as Range<UInt64> {
        try TestData.write(mutant(of: bytes, seed: seed), to: path)
        do throws(SourceFailure) {
          let (scenario, diagnostics) = try TestData.read(path, folders)
          let isSound = !diagnostics.contains { $0.severity == .error }
          #expect(scenario != nil || !isSound, "seed \(seed)")
          if isSound { loaded += 1 }
        } catch {
          #expect(error.diagnostics.count == 1, "seed \(seed)")
        }
      }
      #expect((1..<120).contains(loaded))
    }
  }

  @Test("Mutants of a table")
  func tables() throws {
    try TestData.withRoot(scenario: []) { folders, _ in
      for name in ["equipment", "combat"] {
        let path = folders.roots[0] + "/Assets/Tables/\(name).yaml"
        let bytes = try SourceFile.read(path)
        for seed in 0..<40 as Range<UInt64> {
          try TestData.write(mutant(of: bytes, seed: seed), to: path)
          _ = TableFile.diagnostics(of: path)
        }
      }
    }
  }
}

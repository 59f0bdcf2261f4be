import MapTable
import Screen
import Simulation
import SourceText
import Testing

@testable import InputController

@Suite struct KeyBindingsTests {
  private func parse(_ text: String) throws -> (KeyBindings, SourceDecoder) {
    let decoder = SourceDecoder(file: "settings.yaml")
    let node = try SourceReader.yaml(Array(text.utf8), file: "settings.yaml")
    return (KeyBindings.parse(node, decoder), decoder)
  }

  @Test func theStandardSetHasNoConflictsAndEveryCommandAKey() {
    var seen: [KeyChord: String] = [:]
    for row in CommandRow.all {
      #expect(!row.keys.isEmpty)
      for key in row.keys {
        guard let chord = KeyChord(key) else {
          Issue.record("\(key) is no key")
          continue
        }
        #expect(seen[chord] == nil, "\(key): \(row.word) and \(seen[chord] ?? "")")
        #expect(KeyChord(chord.text) == chord)
        seen[chord] = row.word
      }
    }
    #expect(Set(CommandRow.all.map(\.word)).count == CommandRow.all.count)
    #expect(Set(CommandRow.all.map(\.command)).count == CommandRow.all.count)
  }

  @Test func settingsChangeKeys() throws {
    let (bindings, decoder) = try parse("attack: Ctrl+A\nspeed_1: [\"F10\", 9]\n")
    #expect(decoder.diagnostics.isEmpty)
    #expect(bindings.command(for: .character("a"), .control)?.command == .order(.attack))
    #expect(bindings.command(for: .character("a"), []) == nil)
    #expect(bindings.command(for: .function(10), [])?.command == .speed(0))
    #expect(bindings.command(for: .character("9"), [])?.command == .speed(0))
  }

  @Test func twoCommandsCanTradeKeys() throws {
    let (bindings, decoder) = try parse("move: R\nmarch: M\n")
    #expect(decoder.diagnostics.isEmpty)
    #expect(bindings.command(for: .character("r"), [])?.command == .order(.move))
    #expect(bindings.command(for: .character("m"), [])?.command == .order(.march))
  }

  @Test func conflictsAndNonsenseAreReportedAndTheStandardStays() throws {
    let (bindings, decoder) = try parse("attack: M\nhold: Ctrl+Nowhere\nmoove: Z\n")
    #expect(decoder.diagnostics.count == 3)
    #expect(decoder.diagnostics.contains { $0.message.contains("already bound to move") })
    #expect(bindings.command(for: .character("a"), [])?.command == .order(.attack))
    #expect(bindings.command(for: .character("m"), [])?.command == .order(.move))
    #expect(bindings.command(for: .character("h"), [])?.command == .order(.hold))
  }

  @Test func theHelpShowsTheKeysAsBound() throws {
    let (bindings, _) = try parse("attack: Ctrl+A\n")
    let row = bindings.help.first { $0.order == .attack }
    #expect(row?.keys == "Ctrl+A")
    #expect(bindings.help.contains { $0.keys == "F11" })
  }
}

import Foundation
import TestKit
import Testing

/// The command line is a contract: its help is kept as text.
@Suite struct HelpTests {
  @Test(arguments: [
    "", "play", "spectate", "screenshot", "simulate", "replay", "replay verify", "replay info",
    "validate", "symbol", "engage", "bundle", "benchmark",
  ])
  func helpStaysAsItWas(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let result = try Program.run(words + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    // How many battles run at once depends on the machine.
    let text = result.output.replacing(
      /How many battles at once. \(default: \d+\)/, with: "How many battles at once. (default: N)")
    let name = "help-\(words.isEmpty ? "sitrep" : words.joined(separator: "-")).txt"
    let difference = try Golden.difference(text, from: name, of: "ProgramTests")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func completionsAndVersion() throws {
    let script = try Program.run(["--generate-completion-script", "bash"])
    #expect(script.status == 0)
    #expect(script.output.contains("screenshot"))
    let version = try Program.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}

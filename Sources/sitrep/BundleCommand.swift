import ArgumentParser
import Journal
import Platform
import Session
import Simulation

/// `sitrep bundle`: one file to hand on.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Packs a recorded battle with its scenario into one file that can be watched.")

  @Argument(help: "The journal (.sitlog).")
  var journal: String

  @Option(name: .shortAndLong, help: "The bundle to write (.sitrep).")
  var output: String

  func run() throws {
    try reporting {
      let recorded = try RecordedBattle.load(journal, folders: Program.folders())
      Program.tell(recorded)
      let bar = ProgressBar("Packing", total: Int(recorded.journal.lastTick.rawValue))
      let bytes = try BundlePacker.bytes(recorded, folders: Program.folders()) { bar.show($0) }
      bar.clear()
      try DataFile.write(bytes, to: output)
    }
  }
}

import ArgumentParser

/// The program's command line: arguments in, exit codes out.
@main
struct Sitrep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep",
    abstract: "An operational map for wargames: play, watch and picture battles.",
    version: "0.1.0",
    subcommands: [
      PlayCommand.self, SpectateCommand.self, ScreenshotCommand.self, SimulateCommand.self,
      ReplayCommand.self, ReportCommand.self, BundleCommand.self, ValidateCommand.self,
      SymbolCommand.self, EngageCommand.self, BenchmarkCommand.self,
    ])
}

import ArgumentParser

/// The program's command line.
@main
struct Sitrep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep", abstract: "An operational map for wargames.")
}

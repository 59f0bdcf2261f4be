import ArgumentParser
import ScenarioFormat
import Session
import SourceText

/// `sitrep validate`: checks files that people write.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks scenarios, theatres and tables, and tells every mistake.")

  @Argument(help: "Scenario folders, theatre folders or table files.")
  var paths: [String]

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    var diagnostics: [Diagnostic] = []
    var isMissing = false
    try reporting {
      let found = Validation.check(paths, folders: Program.folders())
      diagnostics = found.diagnostics
      isMissing = found.isMissing
    }
    if json {
      Console.output(JSON.array(diagnostics.map(document)).text)
    } else {
      for diagnostic in diagnostics { Console.error(diagnostic.text) }
      if diagnostics.isEmpty { Console.output("No mistakes found.") }
    }
    if isMissing { throw ExitCode(Failure.noInput) }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(Failure.badData) }
  }

  private func document(_ diagnostic: Diagnostic) -> JSON {
    [
      "file": .string(diagnostic.file),
      "line": diagnostic.isPlaceless ? nil : .count(diagnostic.position?.line ?? 1),
      "column": diagnostic.isPlaceless ? nil : .count(diagnostic.position?.column ?? 1),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message), "hint": .string(diagnostic.hint),
    ]
  }
}

import Journal
import ScenarioFormat
import Session
import Simulation
import SourceText
import Staff

extension Program {
  /// What a person watches: a journal, a bundle, or a scenario that the computer fights on every
  /// side.
  static func watchedBattle(
    _ name: String, seed: UInt64, staff: StaffMode = .plain
  ) throws -> Battle {
    switch kind(of: name) {
    case .scenario:
      let source = try BattleSource.load(name, folders: folders())
      let battle = Battle(source: source, seed: seed, staffs: source.staffs(mode: staff))
      battle.thinksBeside = true
      return battle
    case .journal:
      let recorded = try RecordedBattle.load(name, folders: folders())
      let battle = try recorded.battle()
      tell(recorded)
      return battle
    case .bundle: return try UnpackedBundle.battle(name)
    }
  }

  /// Gives the recorded battle of a journal or a bundle to `body`.
  static func withRecording<Result>(
    _ path: String, for need: RecordedBattle.Need = .replay,
    _ body: (RecordedBattle) throws -> Result
  ) throws -> Result {
    guard kind(of: path) != .bundle else {
      return try UnpackedBundle.withRecording(path, for: need, body)
    }
    return try body(try RecordedBattle.load(path, folders: folders(), for: need))
  }

  /// Says what a person should know of a journal before going on with it or watching it.
  static func tell(_ recorded: RecordedBattle) {
    if recorded.journal.isTorn {
      Console.error("\(recorded.path): the last line was torn and has been left out")
    }
    if !recorded.journal.isFinished {
      Console.error("\(recorded.path): the battle is unfinished")
    }
  }

  /// What a name on the command line stands for.
  enum Kind { case scenario, journal, bundle }

  /// By its first bytes where it is a file, else by its ending.
  static func kind(of name: String) -> Kind {
    if let start = SourceFile.start(of: name, count: 16) {
      if start.starts(with: Array("sitrep-journal ".utf8)) { return .journal }
      if start.starts(with: Array("SITREPB".utf8)) { return .bundle }
    }
    if name.hasSuffix(".sitrep") { return .bundle }
    return name.hasSuffix(".sitlog") ? .journal : .scenario
  }
}

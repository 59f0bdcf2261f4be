import Journal
public import Simulation
import SourceText

/// A journal in a folder, as a list of saved battles shows it.
public struct SavedBattle: Sendable, Equatable {
  /// How the battle stands.
  public enum State: Sendable, Equatable {
    /// It can be gone on with.
    case unfinished
    /// It was fought to its end.
    case finished
    /// It was fought by rules of another version: to be watched alone, and only from a bundle.
    case otherRules(Int32)
    /// The file cannot be used; why, in one line.
    case damaged(String)
  }

  /// The journal's file.
  public var path: String
  /// The scenario's name; empty where the file cannot be used.
  public var scenario: String
  /// When the file was last written, in seconds since 1970.
  public var modified: Int64
  /// The words of the sides that people command.
  public var persons: [String]
  /// The seed.
  public var seed: UInt64
  /// The last moment in it.
  public var tick: Tick
  /// How the battle stands.
  public var state: State
  /// Its picture, where there is one.
  public var picture: String?
}

/// The journals of a folder.
public enum SavedBattles {
  /// The picture that belongs to a journal: the same name with `.png`.
  public static func picture(of journal: String) -> String {
    (journal.hasSuffix(".sitlog") ? String(journal.dropLast(7)) : journal) + ".png"
  }

  /// Every journal of a folder, the newest first; one that cannot be read stands among the others
  /// with its reason. Empty where the folder is not there.
  public static func list(_ folder: String) -> [SavedBattle] {
    SourceFile.list(folder).filter { $0.hasSuffix(".sitlog") }.map { battle("\(folder)/\($0)") }
      .sorted { ($1.modified, $0.path) < ($0.modified, $1.path) }
  }

  private static func battle(_ path: String) -> SavedBattle {
    var battle = SavedBattle(
      path: path, scenario: "", modified: SourceFile.modified(path) ?? 0, persons: [], seed: 0,
      tick: Tick(0), state: .unfinished, picture: nil)
    let picture = picture(of: path)
    if SourceFile.exists(picture) { battle.picture = picture }
    do throws(JournalError) {
      let summary = try JournalSummary.read(path)
      let header = summary.header
      battle.scenario = header.scenario
      battle.seed = header.seed
      battle.persons = header.commanders.filter { $0.commander == .person }.map(\.side)
      battle.tick = summary.lastTick
      battle.state =
        header.rulesVersion != World.rulesVersion
        ? .otherRules(header.rulesVersion) : summary.isFinished ? .finished : .unfinished
    } catch {
      battle.state = .damaged(error.message)
    }
    return battle
  }
}

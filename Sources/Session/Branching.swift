import Journal
public import Simulation
import Staff

/// Command being taken at a moment of a recorded battle: the record is played up to there, the
/// staffs thinking along, a tick at a time so that a frame can be drawn between.
public final class Branching {
  /// Where command is taken.
  public let moment: Tick
  /// The sides that people command from there on.
  public let commanded: Set<SideID>
  private let recorded: RecordedBattle
  private let branch: Journal
  private let battle: Battle

  /// Prepares a branch of a record that was loaded for command and checked.
  ///
  /// The sides of `commanded` get people; a side that another person commanded gets a staff, which
  /// thinks where `commanders` say so or another staff of the record does. What was ordered in the
  /// tick of the moment itself is not taken over. Throws where the record does not reach to the
  /// moment: it goes to its last line, or to `reach` where more is known of it.
  public init(
    of recorded: RecordedBattle, at moment: Tick, commanding commanded: Set<SideID>,
    commanders: Commanders = Commanders(), reach: Tick? = nil
  ) throws(RecordingError) {
    let journal = recorded.journal
    let lastLine = max(reach ?? Tick(0), journal.lastTick).rawValue
    let last = journal.isFinished ? lastLine - 1 : lastLine
    guard (0...max(0, last)).contains(moment.rawValue) else {
      throw .at(
        recorded.path, line: 1, column: 1,
        "the record goes to \(BattleClock.elapsedText(Tick(rawValue: last))), not to "
          + BattleClock.elapsedText(moment), "take command at an earlier moment")
    }
    var branch = journal
    branch.header = recorded.header(at: moment, commanding: commanded, commanders)
    branch.records = journal.records.filter { record in
      switch record {
      case .order(let tick, _), .undo(let tick, _), .delegation(let tick, _),
        .recall(let tick, _):
        tick < moment
      case .hashes(let tick, _, _), .checkpoint(let tick, _): tick <= moment
      case .end: false
      }
    }
    let script: OrderScript
    do throws(JournalError) {
      script = try OrderScript(branch, setup: recorded.source.setup, path: recorded.path)
    } catch {
      throw .journal(error)
    }
    (self.moment, self.commanded, self.recorded, self.branch) = (
      moment, commanded, recorded, branch
    )
    battle = Battle(
      source: recorded.source, seed: branch.header.seed,
      staffs: recorded.source.staffs(of: branch.header), script: script)
    battle.thinksBeside = true
  }

  /// How far the record has been played.
  public var tick: Tick { battle.tick }

  /// Whether command can be taken.
  public var isReady: Bool { battle.tick >= moment || battle.isOver }

  /// The hash of the state that it has come to.
  public var stateHash: UInt64 { battle.world.stateHash }

  /// Plays a tick of the record.
  public func advance() throws(RecordingError) {
    guard !isReady else { return }
    do throws(JournalError) {
      try battle.replay(
        to: Tick(rawValue: battle.tick.rawValue + 1), since: branch.header.commanders.map(\.since))
    } catch {
      throw .journal(error)
    }
  }

  /// The battle from the moment on, its journal at `newPath` with what went before.
  public func begin(into newPath: String) throws(RecordingError) -> Battle {
    precondition(isReady, "tick \(tick) of \(moment)")
    do throws(JournalError) {
      battle.takeOver(
        journal: try JournalWriter(
          creating: newPath, header: branch.header, records: branch.records))
    } catch {
      throw .journal(error)
    }
    battle.commandSince = moment
    battle.branchedFrom = recorded
    return battle
  }
}

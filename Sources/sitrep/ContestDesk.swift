import Dispatch
import MapTable
import Panels
import Session
import Simulation
import Synchronization

/// Sets a battle that is over against a hundred that the computer fights from the moment at which
/// the person took command, beside the frame.
@MainActor
final class ContestDesk {
  private final class Board: Sendable {
    struct State {
      var standing = Standing()
      var recorded: Outcome?
      var isCancelled = false
      var hasNews = false
      var isBusy = false
    }
    let state = Mutex(State())
  }

  private let board = Board()
  private var contest: Contest?
  private var hasBegun = false

  /// Whether runs are being fought.
  var isBusy: Bool { board.state.withLock { $0.isBusy } }

  /// Whether there is something that no frame has shown yet.
  var hasNews: Bool { board.state.withLock { $0.hasNews } }

  deinit { board.state.withLock { $0.isCancelled = true } }

  /// Begins once the battle is over; does nothing before and after.
  func follow(_ battle: Battle, _ mode: ViewState.Mode) {
    guard !hasBegun, battle.world.outcome != nil, case .play(let side) = mode else { return }
    hasBegun = true
    guard let contest = Contest(battle, side: side) else { return }
    self.contest = contest
    let board = board
    let holder = battle.source.setup.ceaseFire.holder
    board.state.withLock { $0.isBusy = true }
    DispatchQueue(label: "contest", qos: .utility).async {
      Self.work(board, contest, holder)
    }
  }

  /// The part of the outcome's card that tells it; nil where there is none.
  func card() -> StandingCard? {
    guard let contest else { return nil }
    let state = board.state.withLock { state in
      state.hasNews = false
      return state
    }
    return StandingCard(
      side: contest.side, moment: contest.moment, runs: state.standing.runs, wanted: Contest.runs,
      better: state.standing.better, equal: state.standing.equal, grades: state.standing.grades,
      recorded: state.recorded, seed: contest.seed,
      hash: hexadecimalText(contest.stateHash))
  }

  private nonisolated static func work(_ board: Board, _ contest: Contest, _ holder: SideID) {
    defer { board.state.withLock { ($0.isBusy, $0.hasNews) = (false, true) } }
    let recorded = contest.recordedOutcome()
    board.state.withLock { ($0.recorded, $0.hasNews) = (recorded, true) }
    let start = contest.prepared()
    for run in 0..<Contest.runs {
      if board.state.withLock({ $0.isCancelled }) { return }
      guard let outcome = start.outcome(run: run) else { continue }
      board.state.withLock { state in
        state.standing.take(outcome, against: contest.outcome, side: contest.side, holder: holder)
        state.hasNews = true
      }
    }
  }
}

import Dispatch
import MapView
import Synchronization

/// Draws tiles and lays boards out beside the frame: workers take the most wanted, what is finished
/// waits in a mailbox that the loop empties once a frame.
final class MapDesk: Sendable {
  /// A board for one of two maps.
  struct Laid<Board: Sendable>: Sendable {
    var board: Board
    /// Whether it is for the second of two maps beside each other.
    var isBeside: Bool
  }

  private struct State {
    var wanted: [TileJob] = []
    var running: Set<TileJob.ID> = []
    var finished: [RenderedTile] = []
    var wantedBoard: Laid<BoardJob>?
    var isLayingBoard = false
    var finishedBoard: Laid<RenderedBoard>?

    /// Whether a worker may begin with a board: not while one waits to be taken, since the next
    /// wish may be for that one.
    var mayLayBoard: Bool { wantedBoard != nil && !isLayingBoard && finishedBoard == nil }
    var busyWorkers: Int { running.count + (isLayingBoard ? 1 : 0) }
  }

  private enum Job {
    case board(Laid<BoardJob>)
    case tile(TileJob)
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "map", qos: .utility, attributes: .concurrent)
  // One core stays free for the frame.
  private let workers = max(1, Machine.cores - 1)

  /// Whether something is being drawn or waits to be.
  var isBusy: Bool {
    state.withLock {
      !$0.wanted.isEmpty || $0.busyWorkers > 0 || !$0.finished.isEmpty || $0.wantedBoard != nil
        || $0.finishedBoard != nil
    }
  }

  /// Sets what is wanted now, the board before the tiles and of these the most wanted first; what
  /// was wanted before and is not any more goes.
  func request(_ board: Laid<BoardJob>?, _ jobs: [TileJob]) {
    let starts = state.withLock { state -> Int in
      state.wantedBoard = board
      state.wanted = jobs.filter { !state.running.contains($0.id) }
      return min(
        state.wanted.count + (state.mayLayBoard ? 1 : 0), workers - state.busyWorkers)
    }
    for _ in 0..<max(0, starts) { queue.async { self.work() } }
  }

  /// The tiles finished since the last call.
  func collectTiles() -> [RenderedTile] {
    state.withLock { state in
      defer { state.finished.removeAll() }
      return state.finished
    }
  }

  /// The board finished since the last call.
  func collectBoard() -> Laid<RenderedBoard>? {
    state.withLock { state in
      defer { state.finishedBoard = nil }
      return state.finishedBoard
    }
  }

  private func work() {
    while let job = next() {
      switch job {
      case .board(let job):
        let board = Laid(board: job.board.render(), isBeside: job.isBeside)
        state.withLock { state in
          state.isLayingBoard = false
          state.finishedBoard = board
        }
      case .tile(let job):
        let tile = job.render()
        state.withLock { state in
          state.running.remove(job.id)
          state.finished.append(tile)
        }
      }
    }
  }

  private func next() -> Job? {
    state.withLock { state in
      guard state.busyWorkers < workers else { return nil }
      if state.mayLayBoard, let job = state.wantedBoard {
        state.wantedBoard = nil
        state.isLayingBoard = true
        return .board(job)
      }
      guard !state.wanted.isEmpty else { return nil }
      let job = state.wanted.removeFirst()
      state.running.insert(job.id)
      return .tile(job)
    }
  }
}

import Dispatch
import MapView
import Synchronization

/// Draws tiles beside the frame: workers take the most wanted, finished tiles wait in a mailbox
/// that the loop empties once a frame.
final class TileDesk: Sendable {
  private struct State {
    var wanted: [TileJob] = []
    var running: Set<TileJob.ID> = []
    var finished: [RenderedTile] = []
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "tiles", qos: .utility, attributes: .concurrent)
  // One core stays free for the frame.
  private let workers = max(1, Machine.cores - 1)

  /// Whether a tile is being drawn or waits to be.
  var isBusy: Bool {
    state.withLock { !$0.wanted.isEmpty || !$0.running.isEmpty || !$0.finished.isEmpty }
  }

  /// Sets what is wanted now, most wanted first; what was wanted before and is not any more goes.
  func request(_ jobs: [TileJob]) {
    let starts = state.withLock { state -> Int in
      state.wanted = jobs.filter { !state.running.contains($0.id) }
      return min(state.wanted.count, workers - state.running.count)
    }
    for _ in 0..<max(0, starts) { queue.async { self.work() } }
  }

  /// The tiles finished since the last call.
  func collect() -> [RenderedTile] {
    state.withLock { state in
      defer { state.finished.removeAll() }
      return state.finished
    }
  }

  private func work() {
    while let job = next() {
      let tile = job.render()
      state.withLock { state in
        state.running.remove(job.id)
        state.finished.append(tile)
      }
    }
  }

  private func next() -> TileJob? {
    state.withLock { state in
      guard state.running.count < workers, !state.wanted.isEmpty else { return nil }
      let job = state.wanted.removeFirst()
      state.running.insert(job.id)
      return job
    }
  }
}

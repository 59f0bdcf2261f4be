import Dispatch
import Simulation
import Staff
import Synchronization

/// A staff's thinking about one picture. Its answer enters the battle at a moment that was fixed
/// when it began, so that it may be thought out beside the frame without changing anything.
final class Thought: Sendable {
  /// When the answer counts.
  let due: Tick
  private let answer = Mutex<Answer?>(nil)
  private let thinking = DispatchGroup()

  /// What the staff orders, and what it remembers from then on.
  struct Answer: Sendable {
    var orders: [Order]
    var memory: StaffMemory
  }

  /// Begins to think; on a thread of its own where `isBeside`, else at once to the end.
  init(
    _ staff: Staff, _ picture: Picture, _ memory: StaffMemory, due: Tick, isBeside: Bool
  ) {
    self.due = due
    guard isBeside else {
      let decision = staff.decide(picture, memory)
      answer.withLock { $0 = Answer(orders: decision.orders, memory: decision.memory) }
      return
    }
    thinking.enter()
    DispatchQueue.global(qos: .utility).async { [self] in
      let decision = staff.decide(picture, memory)
      answer.withLock { $0 = Answer(orders: decision.orders, memory: decision.memory) }
      thinking.leave()
    }
  }

  /// The answer, waited for where it is not there yet.
  func result() -> Answer {
    thinking.wait()
    guard let found = answer.withLock({ $0 }) else {
      preconditionFailure("a thought ended without an answer")
    }
    return found
  }
}

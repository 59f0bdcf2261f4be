import Dispatch
public import Simulation
import Synchronization

/// What an attack would probably come to: a verdict, a range and the worst unknown, from many
/// quick runs of the same simulation in which what is not known is drawn anew each time.
public struct AttackEstimate: Sendable {
  /// The verdict in a word.
  public enum Verdict: String, CaseIterable, Sendable {
    case poor, even, good
  }

  /// The runs so far, in the order of their samples.
  public private(set) var forks: [AttackFork] = []

  /// The first answer comes from so many runs.
  public static let firstForks = 16
  /// An estimate is refined up to so many runs while the cursor rests.
  public static let mostForks = 112

  /// An estimate without runs.
  public init() {}

  /// Adds the next `count` runs, played side by side on all cores; the result does not depend on
  /// how many there are.
  public mutating func refine(
    _ picture: Picture, orders: [Order], target: Int32, by count: Int
  ) {
    let first = forks.count
    let found = Mutex<[AttackFork?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let fork = AttackFork.play(
        picture, orders: orders, target: target, sample: UInt64(first + index))
      found.withLock { $0[index] = fork }
    }
    append(found.withLock { $0.compactMap(\.self) })
  }

  mutating func append(_ more: [AttackFork]) { forks += more }

  /// How many of a thousand runs take the place; nil before the first run.
  public var successPermille: Int32? {
    guard !forks.isEmpty else { return nil }
    return Int32(forks.count { $0.isTaken } * 1000 / forks.count)
  }

  /// The verdict: good from three in four, poor below two in five; nil before the first run.
  public var verdict: Verdict? {
    successPermille.map { $0 >= 750 ? .good : $0 >= 400 ? .even : .poor }
  }

  /// The attackers' losses in permille from the lucky fifth to the unlucky fifth of the runs.
  public var ownLosses: ClosedRange<Int32>? { spread(\.ownLossPermille, of: forks) }

  /// The enemy's losses in permille, likewise.
  public var enemyLosses: ClosedRange<Int32>? { spread(\.enemyLossPermille, of: forks) }

  /// Minutes until the place is taken, over the runs in which it is.
  public var minutes: ClosedRange<Int32>? { spread(\.minutes, of: forks.filter(\.isTaken)) }

  private func spread(
    _ value: KeyPath<AttackFork, Int32>, of forks: [AttackFork]
  ) -> ClosedRange<Int32>? {
    guard !forks.isEmpty else { return nil }
    let sorted = forks.map { $0[keyPath: value] }.sorted()
    return sorted[sorted.count / 5]...sorted[sorted.count - 1 - sorted.count / 5]
  }

  /// The unknown on which success hangs most: where the runs with its worse half of draws succeed
  /// least often beside those with the better half. Nil where nothing is unknown or nothing
  /// depends on it (less than one run in eight).
  public var worstUnknown: BelievedBattle.Draw.Subject? {
    guard forks.count >= 8, let first = forks.first else { return nil }
    var worst: (subject: BelievedBattle.Draw.Subject, gap: Int)?
    for (index, draw) in first.draws.enumerated() {
      let rows = forks.filter { $0.draws.count > index && $0.draws[index].subject == draw.subject }
        .sorted { ($0.draws[index].weight, $0.sample) < ($1.draws[index].weight, $1.sample) }
      let half = rows.count / 2
      guard half > 0, rows.first?.draws[index].weight != rows.last?.draws[index].weight
      else { continue }
      let better = rows[..<half].count { $0.isTaken } * 1000 / half
      let worse = rows[half...].count { $0.isTaken } * 1000 / (rows.count - half)
      if better - worse >= 125, worst.map({ better - worse > $0.gap }) ?? true {
        worst = (draw.subject, better - worse)
      }
    }
    return worst?.subject
  }
}

import Dispatch
public import Simulation
import Synchronization

/// Plays recorded battles as abstract engagements through the same steps as every battle.
public enum Engagements {
  /// Plays every case with the seeds `firstSeed`, `firstSeed` + 1 …; the results stand in the order
  /// of the cases, whatever `jobs` (how many at once) is.
  public static func run(
    _ cases: [EngagementCase], rules: Rules, firstSeed: UInt64, runs: Int, jobs: Int,
    progress: @Sendable (Int) -> Void = { _ in }
  ) -> [EngagementResult] {
    let total = cases.count * runs
    guard total > 0 else { return [] }
    let outcomes = Mutex<[EngagementOutcome?]>(Array(repeating: nil, count: total))
    let next = Mutex(0)
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, total))) { _ in
      while let index = next.withLock({ value -> Int? in
        defer { value += 1 }
        return value < total ? value : nil
      }) {
        let outcome = play(
          cases[index / runs], rules: rules, seed: firstSeed &+ UInt64(index % runs))
        outcomes.withLock { $0[index] = outcome }
        progress(
          done.withLock { value in
            value += 1
            return value
          })
      }
    }
    let all = outcomes.withLock { $0.compactMap(\.self) }
    return cases.indices.map { index in
      EngagementResult(
        id: cases[index].id, outcomes: Array(all[index * runs..<(index + 1) * runs]))
    }
  }

  /// Plays one case with one seed.
  public static func play(
    _ item: EngagementCase, rules: Rules, seed: UInt64
  ) -> EngagementOutcome {
    EngagementOutcome(endWorld(item, rules: rules, seed: seed), of: item)
  }

  /// The world in which a case ends with a seed; `watch` sees it after every minute.
  public static func endWorld(
    _ item: EngagementCase, rules: Rules, seed: UInt64, watch: (World) -> Void = { _ in }
  ) -> World {
    var world = World(item.setup(rules: rules, spread: QualitySpread(seed: seed)), seed: seed)
    var scratch = World.Scratch(for: world)
    let script = EngagementScript(item)
    var events: [Event] = []
    for _ in 0..<item.lengthMinutes {
      world.step(script.orders(world), scratch: &scratch, events: &events)
      events.removeAll(keepingCapacity: true)
      watch(world)
    }
    return world
  }
}

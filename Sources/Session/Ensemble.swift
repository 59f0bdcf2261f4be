import Dispatch
import ScenarioFormat
public import Simulation
public import Staff
import Synchronization

/// One battle played to its end without a screen.
public struct RunResult: Sendable {
  /// The seed.
  public var seed: UInt64
  /// The world at the end.
  public var world: World
  /// Everything that happened.
  public var events: [Event]
  /// When each beat of the story first happened, by its word; nil where it did not.
  public var beats: [(id: String, tick: Tick?)]
}

/// Many battles of one scenario, side by side.
public enum Ensemble {
  /// Plays `runs` battles with the seeds from `firstSeed` on; the results stand in the order of the
  /// seeds, whatever `jobs` (how many at once) is.
  public static func run(
    _ source: BattleSource, firstSeed: UInt64, runs: Int, jobs: Int, until: Tick?,
    mode: StaffMode = .plain,
    progress: @Sendable (Int) -> Void = { _ in }
  ) -> [RunResult] {
    let results = Mutex<[RunResult?]>(Array(repeating: nil, count: runs))
    let next = Mutex(0)
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, runs))) { _ in
      while let index = next.withLock({ value -> Int? in
        defer { value += 1 }
        return value < runs ? value : nil
      }) {
        let result = play(source, seed: firstSeed &+ UInt64(index), until: until, mode: mode)
        results.withLock { $0[index] = result }
        progress(
          done.withLock { value in
            value += 1
            return value
          })
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Plays one battle with a staff on every side.
  public static func play(
    _ source: BattleSource, seed: UInt64, until: Tick?, mode: StaffMode = .plain
  ) -> RunResult {
    let battle = Battle(source: source, seed: seed, staffs: source.staffs(mode: mode))
    while !battle.isOver, until.map({ battle.world.tick < $0 }) ?? true {
      // Without a journal nothing can fail.
      guard (try? battle.advance()) != nil else { break }
    }
    return RunResult(battle)
  }
}

extension RunResult {
  /// The result of a battle as it stands.
  public init(_ battle: Battle) {
    self.init(
      seed: battle.world.seed, world: battle.world, events: battle.events,
      beats: battle.source.beats.map { beat in
        (beat.id, beat.firstTick(in: battle.events, setup: battle.source.setup))
      })
  }
}

extension BattleSource {
  /// A staff for each side that has a plan, but for those named.
  public func staffs(
    except commanded: Set<SideID> = [], temperament: Temperament = .balanced, handicap: Int = 0,
    mode: StaffMode = .plain
  ) -> [Staff?] {
    plans.enumerated().map { index, plan in
      guard let plan, !commanded.contains(SideID(index)) else { return nil }
      return Staff(
        plan: plan, side: SideID(index), temperament: temperament, handicap: handicap, mode: mode)
    }
  }
}

import Journal
public import Simulation
import Staff

/// A battle that a person has fought to its end, to be set against what the computer makes of the
/// same moment and, where it branched off a record, against how that ended.
///
/// The computer's runs begin with the very state that the person took over; from there on each
/// draws its own chance. Both sides have plain staffs, whose memories are what they would be had
/// they followed the battle so far.
public struct Contest: Sendable {
  /// How many battles the computer fights.
  public static let runs = 100

  /// The side that the person commanded.
  public let side: SideID
  /// How the person's battle ended.
  public let outcome: Outcome
  /// When the person took command.
  public let moment: Tick
  /// The seed of the battle.
  public let seed: UInt64
  /// The hash of its last state.
  public let stateHash: UInt64
  private let source: BattleSource
  private let log: [(tick: Tick, order: Order)]
  private let staffs: [Staff?]
  private let parent: RecordedBattle?

  /// A battle that is over; nil while it is not, and where a side has no plan for a staff.
  public init?(_ battle: Battle, side: SideID) {
    guard let outcome = battle.world.outcome, !battle.isOnlyShown,
      battle.source.plans.allSatisfy({ $0 != nil })
    else { return nil }
    let moment = battle.commandSince
    self.side = side
    self.outcome = outcome
    self.moment = moment
    seed = battle.world.seed
    stateHash = battle.world.stateHash
    source = battle.source
    parent = battle.branchedFrom
    log = battle.log.filter { $0.tick < moment }
    staffs = zip(battle.source.staffs(), battle.staffsNow).map { plain, own in own?.plain ?? plain }
  }

  /// How the record ended that the battle branched off; nil where there is none or it has no end.
  public func recordedOutcome() -> Outcome? {
    guard let parent, parent.journal.isFinished, let battle = try? parent.battle() else {
      return nil
    }
    while !battle.isOver { guard (try? battle.advance()) != nil else { return nil } }
    return battle.world.outcome
  }

  /// The moment with the staffs as they would stand in it.
  public func prepared() -> Start {
    let battle = Battle(source: source, seed: seed, staffs: staffs, script: OrderScript(log))
    // Without a journal nothing can fail.
    try? battle.replay(to: moment, since: source.setup.sides.map { _ in .init(rawValue: .max) })
    return Start(world: battle.world, seats: battle.seats)
  }

  /// Where every run begins.
  public struct Start {
    let world: World
    let seats: [StaffSeat?]

    /// How one run ends; the same number, the same run.
    public func outcome(run: Int) -> Outcome? { end(run: run).outcome }

    /// The last state of a run.
    func end(run: Int) -> World {
      var world = world.reseeded(by: UInt64(run + 1))
      var scratch = World.Scratch(for: world)
      var seats = seats
      var events: [Event] = []
      while world.outcome == nil {
        var orders: [Order] = []
        for side in seats.indices {
          seats[side]?.look(world, isBeside: false)
          let answer = seats[side]?.answer(at: world.tick)?.orders ?? []
          orders += answer.filter { world.rejection(of: $0) == nil }
        }
        events.removeAll(keepingCapacity: true)
        world.step(orders, scratch: &scratch, events: &events)
      }
      return world
    }
  }
}

/// Where a result stands among others.
public struct Standing: Sendable, Equatable {
  /// How many results it was held against.
  public var runs = 0
  /// Those that it is better than.
  public var better = 0
  /// Those that it equals.
  public var equal = 0
  /// The others' grades, by `Outcome.Grade.rawValue`.
  public var grades = [Int](repeating: 0, count: Outcome.Grade.allCases.count)

  /// Nothing compared yet.
  public init() {}

  /// Takes one more result of the others.
  public mutating func take(
    _ other: Outcome, against own: Outcome, side: SideID, holder: SideID
  ) {
    let mine = Self.worth(of: own, side: side, holder: holder)
    let theirs = Self.worth(of: other, side: side, holder: holder)
    runs += 1
    if mine > theirs { better += 1 }
    if mine == theirs { equal += 1 }
    grades[Int(other.grade.rawValue)] += 1
  }

  /// What an outcome is worth to a side: its grade first, then how far its points are ahead.
  public static func worth(
    of outcome: Outcome, side: SideID, holder: SideID
  ) -> (grade: Int, lead: Int64) {
    let grade = Int(outcome.grade.rawValue)
    let best = Outcome.Grade.allCases.count - 1
    let others = outcome.score.indices.filter { $0 != side.index }.map { outcome.score[$0] }
    let own = outcome.score.indices.contains(side.index) ? outcome.score[side.index] : 0
    return (side == holder ? best - grade : grade, own - (others.max() ?? 0))
  }
}

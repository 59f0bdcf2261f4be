public import Simulation

/// A scenario's lessons: steps that teach a newcomer the controls on the battle itself.
public struct LessonBook: Sendable, Hashable {
  /// The side that the learner commands.
  public var side: SideID
  /// The steps in order.
  public var lessons: [Lesson]
}

/// One step: what to do, and by what it is seen to have been done.
public struct Lesson: Sendable, Hashable {
  /// Its word.
  public var id: String
  /// Its heading, at most `Limits.lessonTitle`.
  public var title: String
  /// What to do and how, at most `Limits.lessonText`.
  public var text: String
  /// The place that the map marks meanwhile, as a hex index; the first unit of the condition where
  /// nil.
  public var place: Int32?
  /// When it is done.
  public var condition: LessonCondition
}

/// By what a step is seen to have been done: facts of how one looks, of orders, of the battle.
public indirect enum LessonCondition: Sendable, Hashable {
  /// The learner says so.
  case read
  /// All of these units are chosen.
  case selected([UnitID])
  /// The map's scale is 1:N with an N of at most this.
  case closer(Double)
  /// The clock stands, or runs.
  case paused(Bool)
  /// The past is shown, or the present.
  case past(Bool)
  /// So many minutes of the battle have gone by since the step began.
  case minutes(Int32)
  /// Each of the units has got an order of one of these kinds; with a place, to it or at most so
  /// many hexes off.
  case ordered(units: [UnitID], kinds: [OrderKind], place: Int32?, withinHexes: Int)
  /// The unit is at most so many hexes from a place.
  case near(unit: UnitID, place: Int32, withinHexes: Int)
  /// The side knows of an enemy at most so many hexes from a place.
  case seen(place: Int32, withinHexes: Int)
  /// The side holds every quarter of the town, as far as it knows.
  case held(TownID)
  /// Something of one of these kinds has happened, of this side's doing where one is named.
  case happened([EventKind], side: SideID?)
  /// All of these.
  case all([LessonCondition])
  /// One of these.
  case any([LessonCondition])

  /// Whether it can come about only while the battle goes on.
  public var needsBattle: Bool {
    switch self {
    case .read, .selected, .closer, .paused, .past: false
    case .minutes, .ordered, .near, .seen, .held, .happened: true
    case .all(let parts): parts.contains(where: \.needsBattle)
    case .any(let parts): parts.allSatisfy(\.needsBattle)
    }
  }

  /// The first unit that it names.
  public var firstUnit: UnitID? {
    switch self {
    case .selected(let units), .ordered(let units, _, _, _): units.first
    case .near(let unit, _, _): unit
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.firstUnit).first
    case .read, .closer, .paused, .past, .minutes, .seen, .held, .happened: nil
    }
  }
}

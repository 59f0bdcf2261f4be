public import ScenarioFormat
public import Simulation

/// Leads a learner through a scenario's lessons, step by step.
///
/// No part of the battle: a resumed battle begins its lessons anew, and steps whose orders stand
/// are done at once.
public struct LessonGuide: Sendable, Equatable {
  /// The lessons.
  public let book: LessonBook
  /// The step that the learner is at; the number of lessons once all are done.
  public private(set) var index = 0
  /// Whether the learner has put the lessons away.
  public private(set) var isLeft = false
  /// Whether what the step asks for has been seen.
  public private(set) var isDone = false
  private var since = Tick(0)

  /// At the first step.
  public init(_ book: LessonBook, at now: Tick = Tick(0)) {
    self.book = book
    since = now
  }

  /// The step to show; nil where all are done or put away.
  public var current: Lesson? {
    isLeft || index >= book.lessons.count ? nil : book.lessons[index]
  }

  /// The moment from which minutes of the step count.
  public var stepBegan: Tick { since }

  /// Holds the step against the facts; whether it has just been done.
  public mutating func look(_ facts: LessonFacts) -> Bool {
    guard !isDone, let current, current.condition.holds(facts) else { return false }
    isDone = true
    return true
  }

  /// Passes over the steps that a battle which is over can no longer bring about; looking back and
  /// reading are left.
  public mutating func passOverBattle(at now: Tick) {
    while !isDone, let current, current.condition.needsBattle { goOn(at: now) }
  }

  /// Goes on to the next step, done or skipped.
  public mutating func goOn(at now: Tick) { turn(to: index + 1, at: now) }

  /// Goes back to the step before.
  public mutating func goBack(at now: Tick) { turn(to: index - 1, at: now) }

  /// Puts the lessons away.
  public mutating func leave() { isLeft = true }

  private mutating func turn(to step: Int, at now: Tick) {
    guard !isLeft else { return }
    index = max(0, min(book.lessons.count, step))
    isDone = false
    since = now
  }
}

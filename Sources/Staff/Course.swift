public import Simulation

/// A course of action for the force of one task, for the next hour or so.
enum Course: Sendable, Hashable {
  /// Each unit goes for its own part of the place.
  case parts
  /// Every point that the enemy holds and that can be reached is attacked, with so many percent of
  /// what is known to hold it.
  case press(Int64)
  /// Stand where they are, dug in, and let the guns work.
  case stand
  /// Wait in the assembly area.
  case wait
  /// The fresh units throw the enemy out of one hex, the others hold.
  case counter(Int32)

  /// Whether it lets time pass without going for the place.
  var isIdle: Bool {
    switch self {
    case .stand, .wait: true
    case .parts, .press, .counter: false
    }
  }

  /// What it is called in a staff's reasons.
  var words: String {
    switch self {
    case .parts: "each for his part"
    case .press(let odds) where odds < 200: "attack on a broad front"
    case .press: "attack on a narrow front"
    case .stand: "stand and let the guns work"
    case .wait: "wait"
    case .counter: "strike at one point"
    }
  }
}

/// The course that was chosen for a task, and until when it holds.
struct ChosenCourse: Sendable, Equatable {
  var course: Course
  var until: Tick
}

/// Why a staff does what it does, for spectators and reports; no part of any state.
public struct StaffReason: Sendable, Equatable {
  /// When it was decided.
  public var tick: Tick
  /// The task of the plan.
  public var task: String
  /// The units it is about.
  public var units: [UnitID]
  /// The order that it is the reason of; nil where it is about a choice for a whole force.
  public var order: Order?
  /// A sentence.
  public var text: String
}

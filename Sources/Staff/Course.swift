public import Simulation

/// A course of action for the force of one task, for the next hour or so.
enum Course: Sendable, Hashable {
  /// Each unit goes for its own part of the place.
  case parts
  /// All go for one hex of the place.
  case mass(Int32)
  /// Stand where they are, dug in, and let the guns work.
  case stand
  /// Back out of reach, to rest.
  case pullBack
  /// Wait in the assembly area.
  case wait
  /// The fresh units throw the enemy out of one hex, the others hold.
  case counter(Int32)

  /// Whether it lets time pass without going for the place.
  var isIdle: Bool {
    switch self {
    case .stand, .pullBack, .wait: true
    case .parts, .mass, .counter: false
    }
  }

  /// What it is called in a staff's reasons.
  var words: String {
    switch self {
    case .parts: "attack on the whole front"
    case .mass: "all on one point"
    case .stand: "stand and let the guns work"
    case .pullBack: "pull back and rest"
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

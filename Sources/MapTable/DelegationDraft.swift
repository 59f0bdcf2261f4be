public import Simulation

/// What a formation is handed to the computer's staff for: in the making, or as it stands.
public struct DelegationDraft: Sendable, Equatable {
  /// What the formation is to bring about.
  public enum Task: String, Sendable, CaseIterable {
    case seize, defend, delay, support, assemble

    /// The task in a line.
    public var purpose: String {
      switch self {
      case .seize: "Take the place and hold it."
      case .defend: "Hold the place, dug in."
      case .delay: "Hold the place and give way before it costs too much."
      case .support: "Shell and strike what is known near the place."
      case .assemble: "March to the place and rest there, off the road."
      }
    }

    /// The task after this one, the first after the last.
    public var next: Task {
      let all = Self.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
  }

  /// How far the boundary may lie from the place, in hexes, and one step of it.
  public static let reach = 2...60
  /// See `reach`.
  public static let step = 2

  /// The formation, with all that is under it.
  public var formation: FormationID
  /// What it is to do.
  public var task: Task
  /// Where, as a hex index; -1 while that is not chosen.
  public var place: Int32
  /// How far from the place its units may be sent, in hexes.
  public var within: Int

  /// A draft.
  public init(formation: FormationID, task: Task = .seize, place: Int32 = -1, within: Int = 12) {
    self.formation = formation
    self.task = task
    self.place = place
    self.within = within
  }

  /// Moves the boundary out or in by steps.
  public mutating func widen(by steps: Int) {
    let wanted = within + max(-100, min(100, steps)) * Self.step
    within = max(Self.reach.lowerBound, min(Self.reach.upperBound, wanted))
  }
}

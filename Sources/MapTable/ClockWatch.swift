public import Simulation

/// Tells when the clock is to slow down or to stand: at news of the kinds that a person has chosen,
/// and where a run up to something has got there.
public struct ClockWatch: Sendable, Equatable {
  /// Minutes for which news of a kind that has been heeded is not heeded again.
  public static let lullMinutes: Int32 = 30

  /// What the clock is to do, and why.
  public struct Verdict: Sendable, Equatable {
    /// `slow` or `stop`.
    public var reaction: AlertReaction
    /// What has happened, as people read it.
    public var text: String
    /// Where, as a hex index; -1 for nowhere.
    public var hex: Int32
  }

  /// The set of reactions.
  public var preset: AlertPreset
  /// Reactions that differ from the preset's.
  public var changes: [AlertKind: AlertReaction] = [:]
  /// What a run goes up to.
  public var goal = RunGoal.event
  /// Whether the clock runs up to the goal, as fast as it goes.
  public var isRunning = false
  /// The units whose arrival or orders a run waits for; empty for all.
  public var awaited: [UnitID] = []
  /// Whether the card with the reactions is open, and the row that the keyboard is at.
  public var card: Int?
  private var heeded: [AlertKind: Tick] = [:]

  /// A watch that heeds as a preset says.
  public init(_ preset: AlertPreset = .quiet) { self.preset = preset }

  /// What the clock does at news of a kind.
  public func reaction(to kind: AlertKind) -> AlertReaction {
    changes[kind] ?? preset.reaction(to: kind)
  }

  /// Makes the reaction to a kind the next one.
  public mutating func change(_ kind: AlertKind) {
    let wanted = reaction(to: kind).next
    changes[kind] = wanted == preset.reaction(to: kind) ? nil : wanted
  }

  /// Goes on to the next preset; single changes go.
  public mutating func nextPreset() {
    preset = preset.next
    changes = [:]
  }

  /// Whether dusk and dawn matter at all, so that nobody asks for the sun in vain.
  public var heedsLight: Bool {
    reaction(to: .light) != .ignore || (isRunning && goal == .dusk)
  }

  /// What one tick's events ask of the clock; nil for nothing.
  ///
  /// - Parameters:
  ///   - events: what the viewer knows to have happened in the tick.
  ///   - own: the side that is commanded; nil for the umpire.
  ///   - turnsDark: whether the sun has set in the tick (true) or risen (false); nil for neither.
  public mutating func verdict(
    on events: [Event], at tick: Tick, own: SideID?, turnsDark: Bool?, in setup: BattleSetup
  ) -> Verdict? {
    var found: Verdict?
    if let turnsDark, let reaction = heed(.light, at: tick) {
      found = Verdict(
        reaction: reaction, text: turnsDark ? "The sun sets." : "The sun rises.", hex: -1)
    }
    for event in events where found?.reaction != .stop {
      guard let kind = AlertKind(event, own: own, in: setup) else { continue }
      let isWanted = isRunning && goal.isReached(by: kind) && isAwaited(event)
      let reaction: AlertReaction?
      if isWanted, !isLull(kind, tick) || goal != .event {
        heeded[kind] = tick
        reaction = .stop
      } else {
        reaction = heed(kind, at: tick)
      }
      guard let reaction, found == nil || reaction == .stop else { continue }
      found = Verdict(
        reaction: reaction, text: Self.text(of: event, in: setup), hex: event.hex)
    }
    if found?.reaction == .stop { isRunning = false }
    return found
  }

  private func isAwaited(_ event: Event) -> Bool {
    guard goal == .arrival || goal == .order, !awaited.isEmpty else { return true }
    return event.unit.map(awaited.contains) ?? false
  }

  private func isLull(_ kind: AlertKind, _ tick: Tick) -> Bool {
    heeded[kind].map { tick >= $0 && tick - $0 < Self.lullMinutes } ?? false
  }

  /// What is done at news of a kind, nil for nothing; from then on there is a lull.
  private mutating func heed(_ kind: AlertKind, at tick: Tick) -> AlertReaction? {
    if kind == .light, isRunning, goal == .dusk { return .stop }
    let reaction = reaction(to: kind)
    guard reaction != .ignore, !isLull(kind, tick) else { return nil }
    heeded[kind] = tick
    return reaction
  }

  /// `1 Tk Bn: unit routed, 3 km N of Göytəpə.`
  private static func text(of event: Event, in setup: BattleSetup) -> String {
    var text = EventText.words(event.kind)
    if let unit = event.unit, setup.units.indices.contains(unit.row) {
      text = "\(setup.units[unit.row].shortName): \(text)"
    } else {
      text = text.prefix(1).uppercased() + text.dropFirst()
    }
    if event.hex >= 0 { text += ", \(PlaceNames(setup.terrain).text(event.hex))" }
    return text + "."
  }
}

/// Kinds of event in words.
public enum EventText {
  /// `air assault landed`
  public static func words(_ kind: EventKind) -> String {
    var words = ""
    for letter in "\(kind)" {
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
    return words
  }
}

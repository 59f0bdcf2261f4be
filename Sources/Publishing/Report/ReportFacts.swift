public import Session
public import Simulation

/// What a report says beside what its battle tells by itself.
public struct ReportFacts: Sendable {
  /// A moment that the story turns on.
  public struct Beat: Sendable {
    /// What happened, for people.
    public var title: String
    /// When; nil where it did not happen.
    public var tick: Tick?
    /// Where, as a hex index; -1 nowhere.
    public var hex: Int32

    /// A moment that an event of a battle makes. Of an order it is where the unit was, not where it
    /// was told to go.
    public init(title: String, event: Event?, in battle: Battle) {
      self.title = title
      tick = event?.tick
      hex = event?.hex ?? -1
      if let event, event.kind == .orderInForce, let unit = event.unit {
        hex = battle.world(at: event.tick).units.hex[unit.row]
      }
    }

    /// A beat from its parts.
    public init(title: String, tick: Tick?, hex: Int32) {
      self.title = title
      self.tick = tick
      self.hex = hex
    }
  }

  /// That the story is invented.
  public var notice: String
  /// What happened before.
  public var story: String
  /// Whom the maps owe what to.
  public var credits: [String]
  /// The moments of the story, in the scenario's order.
  public var beats: [Beat]

  /// Facts from their parts.
  public init(
    notice: String, story: String, credits: [String], beats: [Beat]
  ) {
    self.notice = notice
    self.story = story
    self.credits = credits
    self.beats = beats
  }
}

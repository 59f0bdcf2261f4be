public import Simulation

/// The words of one newspaper's front page: one side's view of one hour.
public struct FrontPage: Sendable {
  /// A story in a column.
  public struct Story: Sendable {
    /// Where and when: `Cəlilabad, 14:20`.
    public var dateline: String
    /// What.
    public var text: String
    /// Where it is about, as a hex index; -1 nowhere.
    public var hex: Int32
  }

  /// The newspaper's name.
  public var masthead: String
  /// The line under it.
  public var motto: String
  /// The headline.
  public var headline: String
  /// The paragraphs under it.
  public var lead: [String]
  /// The head of the columns.
  public var columnHead: String
  /// The stories, the newest first.
  public var stories: [Story]
  /// The place of the headline, as a hex index; -1 nowhere.
  public var hex: Int32

  /// What makes a headline, the best first.
  private static let weights: [(kind: EventKind, own: Bool)] = [
    (.ceaseFire, true), (.ceaseFire, false), (.leaderLost, true), (.airAssaultLanded, true),
    (.townSecured, true), (.capitalStruck, false), (.quarterTaken, true), (.truceBroken, false),
    (.airAssaultLanded, false), (.quarterTaken, false), (.townSecured, false),
    (.townEntered, true), (.townEntered, false), (.airStrike, true), (.airStrike, false),
    (.vehicleLosses, true), (.firefight, true), (.bombardment, false), (.truceBroken, true),
  ]

  /// Writes a side's page from what it knew and from what was told in its favour.
  public init(
    _ day: DayFacts, setup: BattleSetup, voices: PressVoices, dispatches: [Dispatch],
    date: String, writer: inout PhraseWriter
  ) {
    var facts = Communique.words(of: day.side, setup, voices)
    facts["date"] = date
    let home = setup.sides[day.side.index].capital.map { setup.terrain.towns[$0.index].name }
    facts["capital"] = home ?? setup.sides[day.side.index].adjective
    masthead = writer.say("masthead", facts) ?? setup.sides[day.side.index].name
    motto = writer.say("motto", facts) ?? ""
    columnHead = writer.say("column_head", facts) ?? ""
    let top = Self.top(of: day)
    hex = top?.event.hex ?? -1
    if let top {
      let place = PlaceWords(top.event.hex, setup.terrain)
      facts["town"] = place.map { setup.terrain.towns[$0.town.index].name }
      facts["at"] = place?.at
      let key = "headline_\(top.event.kind.key)_\(top.own ? "own" : "foe")"
      headline = writer.say(key, facts) ?? writer.say("headline_quiet", facts) ?? ""
    } else {
      headline = writer.say("headline_quiet", facts) ?? ""
    }
    lead =
      Communique(day, setup: setup, voices: voices, date: date, writer: &writer).paragraphs
    stories = Self.stories(day, dispatches, setup)
  }

  private static func top(of day: DayFacts) -> (event: Event, own: Bool)? {
    for weight in weights {
      if let event = day.last(weight.kind, own: weight.own) { return (event, weight.own) }
    }
    return nil
  }

  /// The lines that serve the side: its own, and what reporters and services saw the other do.
  private static func stories(
    _ day: DayFacts, _ dispatches: [Dispatch], _ setup: BattleSetup
  ) -> [Story] {
    var told: Set<String> = []
    var stories: [Story] = []
    for dispatch in dispatches.reversed()
    where dispatch.tick <= day.end && dispatch.tick >= day.start {
      guard
        dispatch.side == day.side || dispatch.side == nil && dispatch.fact?.event.side != day.side
      else { continue }
      let text = "\(dispatch.source) \(dispatch.text)"
      guard told.insert(text).inserted else { continue }
      let place = PlaceWords(dispatch.hex, setup.terrain)
      let town = place.map { setup.terrain.towns[$0.town.index].name + ", " } ?? ""
      stories.append(
        Story(
          dateline: town + setup.clock.timeOfDayText(at: dispatch.tick), text: text,
          hex: dispatch.hex))
    }
    return stories
  }
}

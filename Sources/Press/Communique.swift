public import Simulation

/// What a side's command tells the world at the end of a day: true where that flatters.
public struct Communique: Sendable {
  /// Whose it is.
  public var side: SideID
  /// When it is given out.
  public var tick: Tick
  /// Its paragraphs.
  public var paragraphs: [String]

  private static let mostTowns = 3

  /// Writes a day's communiqué from what the side knows.
  public init(
    _ day: DayFacts, setup: BattleSetup, voices: PressVoices, date: String,
    writer: inout PhraseWriter
  ) {
    side = day.side
    tick = day.end
    var facts = Self.words(of: day.side, setup, voices)
    facts["date"] = date
    facts["hours"] = PhraseWriter.number(Int64(max(1, (day.end - day.start) / 60)))
    let parts = [
      Self.ground(day, setup, facts, &writer), Self.fire(day, setup, facts, &writer),
      Self.losses(day, setup, facts, &writer),
    ]
    paragraphs = parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// How a side speaks of itself and of the other.
  public static func words(
    of side: SideID, _ setup: BattleSetup, _ voices: PressVoices
  ) -> [String: String] {
    var facts: [String: String] = [:]
    if side.index < voices.sides.count {
      facts["own"] = voices.sides[side.index].troops
      facts["enemy"] = voices.sides[side.index].enemies
      facts["source"] = voices.sides[side.index].source
    }
    for name in ["own", "enemy", "source"] {
      facts[Phrase.capitalized(name)] = facts[name].map { Phrase.capitalized($0) }
    }
    facts["side"] = setup.sides[side.index].name
    return facts
  }

  private static func ground(
    _ day: DayFacts, _ setup: BattleSetup, _ facts: [String: String],
    _ writer: inout PhraseWriter
  ) -> [String] {
    var facts = facts
    var lines: [String?] = []
    let won = day.won(setup.terrain)
    let lost = day.lost(setup.terrain).filter { !won.contains($0) }
    lines.append(writer.say(won.isEmpty ? "com_open_hold" : "com_open_won", facts))
    // A town in which the other side still stands, or the own one, is spoken of otherwise.
    let wholly = { (town: TownID, own: Bool) in day.holds(town, setup.terrain, wholly: own) }
    for (key, towns) in [
      ("com_won", won.filter { wholly($0, true) }),
      ("com_won_part", won.filter { !wholly($0, true) }),
      ("com_lost", lost.filter { wholly($0, false) }),
      ("com_lost_part", lost.filter { !wholly($0, false) }),
    ] where !towns.isEmpty {
      facts["towns"] = names(towns, setup)
      lines.append(writer.say(key, facts))
    }
    if let landed = day.last(.airAssaultLanded, own: true), let at = at(landed, setup) {
      facts["at"] = at
      lines.append(writer.say("com_landed", facts))
    }
    if day.count(.reinforcementArrived, own: true) >= 2 {
      lines.append(writer.say("com_fresh", facts))
    }
    return lines.compactMap { $0 }
  }

  private static func fire(
    _ day: DayFacts, _ setup: BattleSetup, _ facts: [String: String],
    _ writer: inout PhraseWriter
  ) -> [String] {
    var facts = facts
    var lines: [String?] = []
    let strikes = day.events.filter { $0.kind == .airStrike && $0.side == day.side }
    if let last = strikes.last, let at = at(last, setup) {
      facts["at"] = at
      facts["count"] = PhraseWriter.number(Int64(strikes.count))
      lines.append(writer.say(strikes.count == 1 ? "com_strike" : "com_strikes", facts))
    }
    let shelled = day.events.filter { $0.kind == .bombardment && $0.side != day.side }
    if let last = shelled.last, let at = at(last, setup) {
      facts["at"] = at
      lines.append(writer.say("com_shelled", facts))
    }
    if day.last(.capitalStruck, own: false) != nil {
      lines.append(writer.say("com_capital", facts))
    }
    let hurt = day.events.filter { $0.kind == .civiliansHurt && $0.side != day.side }
    let dead = hurt.reduce(Int64(0)) { $0 + Int64($1.detail) }
    let injured = hurt.reduce(Int64(0)) { $0 + Int64($1.amount) }
    if dead + injured > 0 {
      facts["people"] = Phrase.toll(hurt: injured, dead: dead)
      lines.append(writer.say("com_civilians", facts))
    }
    return lines.compactMap { $0 }
  }

  private static func losses(
    _ day: DayFacts, _ setup: BattleSetup, _ facts: [String: String],
    _ writer: inout PhraseWriter
  ) -> [String] {
    var facts = facts
    var lines: [String?] = []
    let vehicles = day.told.reduce(Int64(0)) {
      guard let fact = $1.fact, EventWords.isOfVehicles(fact.event), $1.side == day.side else {
        return $0
      }
      return $0 + fact.told
    }
    if vehicles > 0 {
      // A day's claims are added up and rounded upwards.
      let total = vehicles < 13 ? vehicles : (vehicles + 4) / 5 * 5
      facts["vehicles"] = Phrase.count(total, "vehicle", "vehicles")
      lines.append(writer.say("com_claimed", facts))
    }
    // A third of one's own dead is what a spokesman owns to.
    let owned = PhraseWriter.rounded(day.menLost / 3)
    facts["men"] = Phrase.count(owned, "man", "men")
    lines.append(writer.say(owned == 0 ? "com_no_losses" : "com_losses", facts))
    let isBad = day.lost(setup.terrain).count > day.won(setup.terrain).count
    lines.append(writer.say(isBad ? "com_close_bad" : "com_close_good", facts))
    return lines.compactMap { $0 }
  }

  private static func names(_ towns: [TownID], _ setup: BattleSetup) -> String {
    PhraseWriter.list(towns.prefix(mostTowns).map { setup.terrain.towns[$0.index].name })
  }

  private static func at(_ event: Event, _ setup: BattleSetup) -> String? {
    PlaceWords(event.hex, setup.terrain)?.at
  }
}

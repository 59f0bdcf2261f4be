public import Simulation
public import SourceText

/// The newsroom: facts → dispatches, as each side and the reporters would tell them.
///
/// A pure function of the events and of what was told before; it draws no chance of its own.
public struct PressRoom: Sendable {
  let tellings: [Telling]
  /// How many lines the newsroom remembers, so that none is told again before the next day.
  private static let longMemory = 150
  /// Who speaks.
  public let voices: PressVoices

  /// Loads the phrases (`Assets/Text/press.yaml`) for a battle's voices.
  public static func load(
    path: String, voices: PressVoices
  ) throws(SourceFailure) -> PressRoom {
    let node = try SourceReader.yaml(SourceFile.read(path), file: path)
    let decoder = SourceDecoder(file: path)
    let tellings = PhraseReader(decoder: decoder).tellings(node)
    try decoder.finish()
    return PressRoom(tellings: tellings, voices: voices)
  }

  /// The dispatches that become due in the tick of `events`; what waits is kept in `memory`.
  ///
  /// `reporters` are the hexes where reporters are: they tell of what is near them alone. Nil where
  /// that is not known: then they are everywhere.
  public func dispatches(
    for events: [Event], at tick: Tick, setup: BattleSetup, reporters: [Int32]? = nil,
    memory: inout PressMemory
  ) -> [Dispatch] {
    for event in events where !Self.hitsItsOwn(event, setup) {
      for (index, telling) in tellings.enumerated() where telling.kind == event.kind {
        if telling.voice == .reporter, event.hex >= 0, let reporters,
          !reporters.contains(where: {
            setup.terrain.grid.distance(Int($0), Int(event.hex)) <= telling.within
          })
        {
          continue
        }
        write(event, telling, index, setup, &memory)
      }
    }
    var due: [Dispatch] = []
    memory.waiting.removeAll { dispatch in
      guard dispatch.tick <= tick else { return false }
      due.append(dispatch)
      return true
    }
    return due.sorted { ($0.tick, $0.source) < ($1.tick, $1.source) }
  }

  /// Whether a side's own fire cost one of its units something; nobody boasts of that, and who was
  /// not there does not know.
  private static func hitsItsOwn(_ event: Event, _ setup: BattleSetup) -> Bool {
    switch event.kind {
    case .vehicleLosses, .unitBroke, .unitRouted, .unitDestroyed:
      guard let side = event.side, let unit = event.unit else { return false }
      return setup.units[unit.row].side == side
    default: return false
    }
  }

  private func write(
    _ event: Event, _ telling: Telling, _ index: Int, _ setup: BattleSetup,
    _ memory: inout PressMemory
  ) {
    let place = NearestTown(event.hex, setup.terrain)
    let key = PressMemory.Key(telling: index, town: place?.town)
    let event = telling.sums ? added(event, key, &memory) : event
    guard event.amount >= telling.atLeast, isAbout(event, telling.arms, setup),
      let source = source(of: telling, event, setup)
    else { return }
    if let last = memory.lastTold[key], event.tick - last < telling.every { return }
    let facts = facts(event, telling, place, setup)
    // A text that needs a fact which is not there is passed over.
    let texts = telling.texts.filter { Phrase.factNames(in: $0).allSatisfy { facts[$0] != nil } }
    let use = memory.uses[index] ?? 0
    // In turn, and nothing that was said lately: a source would rather say nothing.
    let inTurn = texts.indices.map { texts[(use + $0) % texts.count] }
    guard
      let text = inTurn.first(where: {
        !memory.recent.contains("\(source.name) \(Phrase.filled($0, facts))")
      })
    else { return }
    let line = Phrase.filled(text, facts)
    memory.recent = memory.recent.suffix(Self.longMemory) + ["\(source.name) \(line)"]
    memory.lastTold[key] = event.tick
    memory.sums[key] = nil
    memory.uses[index] = use + 1
    // The delay varies with the event, not by chance, so that the press draws none.
    let span = telling.delay.upperBound - telling.delay.lowerBound + 1
    let delay = telling.delay.lowerBound + (event.tick.rawValue &+ max(0, event.hex)) % span
    let claimed = text.contains("{claimed}") ? source.side.flatMap { claimedTroops(of: $0) } : nil
    memory.waiting.append(
      Dispatch(
        tick: event.tick + delay, source: Phrase.capitalized(source.name), side: source.side,
        badge: source.badge, text: line, hex: event.hex,
        fact: .init(
          event: event, told: told(event, telling), claimedTroops: claimed,
          text: telling.texts.firstIndex(of: text) ?? 0)))
  }

  /// The event with what has added up since the telling was last used.
  private func added(
    _ event: Event, _ key: PressMemory.Key, _ memory: inout PressMemory
  ) -> Event {
    var sum = memory.sums[key] ?? .init()
    sum.amount += event.amount
    sum.detail += event.detail
    memory.sums[key] = sum
    var total = event
    (total.amount, total.detail) = (sum.amount, sum.detail)
    return total
  }

  private func isAbout(_ event: Event, _ arms: [Arm], _ setup: BattleSetup) -> Bool {
    guard !arms.isEmpty else { return true }
    return event.unit.map { arms.contains(setup.units[$0.row].arm) } ?? false
  }

  private func source(
    of telling: Telling, _ event: Event, _ setup: BattleSetup
  ) -> (name: String, side: SideID?, badge: Dispatch.Badge)? {
    switch telling.voice {
    case .reporter: return (voices.reporter, nil, .seen)
    case .service: return (voices.emergencyService, nil, .confirmed)
    case .actor, .victim:
      guard let side = speaker(telling.voice, event, setup) else { return nil }
      return (voices.sides[side.index].source, side, .claim)
    }
  }

  private func speaker(
    _ voice: Telling.Voice, _ event: Event, _ setup: BattleSetup
  ) -> SideID? {
    guard let actor = event.side, actor.index < setup.sides.count else { return nil }
    if voice == .actor { return actor }
    let enemy = Int(setup.sides[actor.index].enemy)
    return enemy < setup.sides.count ? SideID(enemy) : nil
  }

  private func facts(
    _ event: Event, _ telling: Telling, _ place: NearestTown?, _ setup: BattleSetup
  ) -> [String: String] {
    var facts: [String: String] = [:]
    let isSide = telling.voice == .actor || telling.voice == .victim
    let speaker = speaker(telling.voice, event, setup) ?? event.side
    if let speaker, speaker.index < voices.sides.count {
      let words = voices.sides[speaker.index]
      facts["own"] = words.troops
      facts["enemy"] = words.enemies
      let people = place.map { setup.terrain.towns[$0.town.index].population } ?? 0
      // The troops that a side says it has hold its one large town, not every village.
      facts["claimed"] = people < 20_000 ? nil : words.claimedTroops.map { number(Int64($0)) }
    }
    // Partisans are nobody's troops, whoever speaks.
    if let speaker {
      for unit in [event.unit, event.other].compactMap({ $0.map { setup.units[$0.row] } })
      where unit.arm == .partisans {
        facts[unit.side == speaker ? "own" : "enemy"] = "partisans"
      }
    }
    let isPlural = isSide && speaker.map { voices.sides[$0.index].isPlural } ?? false
    facts["says"] = isPlural ? "say" : "says"
    facts["claims"] = isPlural ? "claim" : "claims"
    facts["their"] = isPlural ? "their" : "its"
    facts["they"] = isPlural ? "they" : "it"
    facts["have"] = isPlural ? "have" : "has"
    if let actor = event.side, actor.index < setup.sides.count {
      facts["actor"] = setup.sides[actor.index].adjective
      let enemy = Int(setup.sides[actor.index].enemy)
      if enemy < setup.sides.count { facts["victim"] = setup.sides[enemy].adjective }
    }
    if let place {
      facts["place"] = place.text
      facts["at"] = place.at
      facts["afield"] = place.isAfield ? place.at : nil
      facts["town"] = setup.terrain.towns[place.town.index].name
    }
    facts["unit"] = event.unit.map { setup.units[$0.row].name }
    addCounts(event, telling, to: &facts)
    return facts
  }

  private func addCounts(_ event: Event, _ telling: Telling, to facts: inout [String: String]) {
    let amount = told(event, telling)
    facts["amount"] = number(amount)
    facts["people"] = Phrase.count(amount, "person", "people")
    // From afar one vehicle is like another, but no weapon is a vehicle.
    if let kind = UInt8(exactly: event.detail).flatMap({ VehicleClass(rawValue: $0) }),
      event.kind == .vehicleLosses, !EventWords.isVehicle(kind)
    {
      facts["vehicles"] = EventWords.count(amount, of: kind)
    } else {
      facts["vehicles"] = Phrase.count(amount, "vehicle", "vehicles")
    }
    facts["toll"] = Phrase.toll(hurt: amount, dead: Int64(event.detail))
  }

  /// What a voice makes of an event's amount.
  private func told(_ event: Event, _ telling: Telling) -> Int64 {
    let amount = Int64(event.amount) * Int64(telling.percent) / 100
    // A reporter on the road does not count heads.
    if telling.voice == .reporter, amount >= 100 { return (amount + 50) / 100 * 100 }
    return Phrase.rounded(amount)
  }

  private func claimedTroops(of side: SideID) -> Int32? {
    side.index < voices.sides.count ? voices.sides[side.index].claimedTroops : nil
  }

  private func number(_ value: Int64) -> String { Phrase.number(value) }
}

public import Simulation
public import SourceText

/// The newsroom: facts → dispatches, as each side and the reporters would tell them.
///
/// A pure function of the events and of what was told before; it draws no chance of its own.
public struct PressRoom: Sendable {
  let tellings: [Telling]
  let voices: PressVoices

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
  public func dispatches(
    for events: [Event], at tick: Tick, setup: BattleSetup, memory: inout PressMemory
  ) -> [Dispatch] {
    for event in events {
      for (index, telling) in tellings.enumerated() where telling.kind == event.kind {
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

  private func write(
    _ event: Event, _ telling: Telling, _ index: Int, _ setup: BattleSetup,
    _ memory: inout PressMemory
  ) {
    guard event.amount >= telling.atLeast, let source = source(of: telling, event, setup)
    else { return }
    let place = NearestTown(event.hex, setup.terrain)
    let key = PressMemory.Key(telling: index, town: place?.town)
    if let last = memory.lastTold[key], event.tick - last < telling.every { return }
    let use = memory.uses[index] ?? 0
    let text = Phrase.filled(
      telling.texts[use % telling.texts.count],
      facts(event, telling, place, setup))
    guard text != memory.lastText else { return }
    memory.lastTold[key] = event.tick
    memory.uses[index] = use + 1
    memory.lastText = text
    // The delay varies with the event, not by chance, so that the press draws none.
    let span = telling.delay.upperBound - telling.delay.lowerBound + 1
    let delay = telling.delay.lowerBound + (event.tick.rawValue &+ max(0, event.hex)) % span
    memory.waiting.append(
      Dispatch(
        tick: event.tick + delay, source: source.name, side: source.side, badge: source.badge,
        text: text, hex: event.hex))
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
    let speaker = speaker(telling.voice, event, setup) ?? event.side
    if let speaker, speaker.index < voices.sides.count {
      let words = voices.sides[speaker.index]
      facts["own"] = words.troops
      facts["enemy"] = words.enemies
      facts["claimed"] = words.claimedTroops.map { Phrase.number(Int64($0)) } ?? "our"
    }
    if let actor = event.side, actor.index < setup.sides.count {
      facts["actor"] = setup.sides[actor.index].adjective
      let enemy = Int(setup.sides[actor.index].enemy)
      if enemy < setup.sides.count { facts["victim"] = setup.sides[enemy].adjective }
    }
    facts["place"] = place?.text ?? "the area"
    facts["town"] = place.map { setup.terrain.towns[$0.town.index].name } ?? "the area"
    facts["unit"] = event.unit.map { setup.units[$0.row].name } ?? "a unit"
    facts["amount"] = Phrase.number(
      Phrase.rounded(Int64(event.amount) * Int64(telling.percent) / 100))
    facts["detail"] = Phrase.number(Int64(event.detail))
    return facts
  }
}

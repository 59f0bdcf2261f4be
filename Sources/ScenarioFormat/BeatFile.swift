public import Simulation
public import SourceText

/// Reads a scenario's `beats.yaml`.
public enum BeatFile {
  /// The beats of a file, in its order; every mistake is told at once.
  public static func load(
    path: String, setup: BattleSetup
  ) throws(SourceFailure) -> [Beat] {
    let node = try SourceReader.yaml(SourceFile.read(path), file: path)
    let decoder = SourceDecoder(file: path)
    var beats: [Beat] = []
    if decoder.mapping(
      node, known: ["format", "beats", "pairs"], required: ["format", "beats"],
      what: "a file of beats")
    {
      _ = decoder.integer(node["format"], in: 1...1, what: "format")
      for item in decoder.sequence(node["beats"], what: "beats") {
        if let beat = beat(item, decoder, setup) { beats.append(beat) }
      }
    }
    try decoder.finish()
    return beats
  }

  /// The file's pairs of beats, the one that the story tells first in front.
  public static func pairs(
    path: String, among beats: [Beat]
  ) throws(SourceFailure) -> [BeatPair] {
    let node = try SourceReader.yaml(SourceFile.read(path), file: path)
    let decoder = SourceDecoder(file: path)
    let words = beats.map { ($0.id, $0.id) }
    var pairs: [BeatPair] = []
    for item in decoder.sequence(node["pairs"], what: "pairs") {
      let ends = decoder.sequence(item, what: "a pair")
      guard ends.count == 2 else {
        if case .sequence = item.value {
          decoder.error("a pair has \(ends.count) beats", hint: "write [B1, B2]", at: item)
        }
        continue
      }
      let found = ends.compactMap { decoder.word($0, of: words, what: "a beat") }
      if found.count == 2 { pairs.append(BeatPair(first: found[0], second: found[1])) }
    }
    try decoder.finish()
    return pairs
  }

  private static func beat(
    _ node: SourceNode, _ decoder: SourceDecoder, _ setup: BattleSetup
  ) -> Beat? {
    let known = [
      "id", "title", "events", "side", "arms", "town", "within_km", "order", "total", "not_before",
      "formation",
    ]
    guard
      decoder.mapping(node, known: known, required: ["id", "title", "events"], what: "a beat"),
      let id = decoder.string(node["id"], what: "id", length: 1...20),
      let title = decoder.string(node["title"], what: "title", length: 1...200)
    else { return nil }
    let kinds = decoder.sequence(node["events"], what: "events").compactMap {
      decoder.word($0, of: EventKind.allCases.map { ($0.key, $0) }, what: "an event")
    }
    let arms = decoder.sequence(node["arms"], what: "arms").compactMap {
      decoder.word($0, of: Arm.allCases.map { ($0.key, $0) }, what: "an arm")
    }
    let side = decoder.word(
      node["side"], of: setup.sides.enumerated().map { ($1.id, SideID($0)) }, what: "side")
    let town = decoder.word(
      node["town"], of: setup.terrain.towns.enumerated().map { ($1.id, TownID($0)) }, what: "town")
    let order = decoder.word(
      node["order"], of: OrderKind.allCases.map { ($0.key, Int32($0.rawValue)) }, what: "order")
    let formation = decoder.word(
      node["formation"],
      of: setup.formations.enumerated().map { ($1.id, FormationID($0)) }, what: "formation")
    var notBefore = Tick(0)
    if let time = node["not_before"], let text = decoder.string(time, what: "not_before") {
      if let tick = setup.clock.tick(ofText: text) {
        notBefore = tick
      } else {
        decoder.error("“\(text)” is no time", hint: "expected +HH:MM", at: time)
      }
    }
    return Beat(
      id: id, title: title, kinds: kinds, side: side, arms: arms, town: town,
      withinHexes: Int(decoder.integer(node["within_km"], in: 0...200, what: "within_km") ?? 6),
      detail: order,
      total: Int32(decoder.integer(node["total"], in: 0...10_000_000, what: "total") ?? 0),
      notBefore: notBefore, formation: formation)
  }
}

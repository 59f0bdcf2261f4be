import Simulation
import SourceText

/// Turns the file of phrases into tellings, noting every mistake.
struct PhraseReader {
  let decoder: SourceDecoder

  func tellings(_ node: SourceNode) -> [Telling] {
    guard
      decoder.mapping(
        node, known: ["format", "tellings"], required: ["format", "tellings"],
        what: "a file of phrases")
    else { return [] }
    _ = decoder.integer(node["format"], in: 1...1, what: "format")
    return decoder.sequence(node["tellings"], what: "tellings").compactMap { telling($0) }
  }

  private func telling(_ node: SourceNode) -> Telling? {
    let known = [
      "event", "voice", "delay", "every", "at_least", "percent", "within_km", "arms", "sum",
      "texts",
    ]
    guard
      decoder.mapping(
        node, known: known, required: ["event", "voice", "texts"], what: "a telling"),
      let kind = decoder.word(
        node["event"], of: EventKind.allCases.map { ($0.key, $0) }, what: "event"),
      let voice = decoder.word(
        node["voice"], of: Telling.Voice.allCases.map { ($0.rawValue, $0) }, what: "voice")
    else { return nil }
    let texts = decoder.sequence(node["texts"], what: "texts").compactMap { text($0) }
    guard !texts.isEmpty else {
      decoder.error("a telling without texts", hint: "add at least one", at: node)
      return nil
    }
    return Telling(
      kind: kind, voice: voice, delay: delay(node["delay"]),
      every: minutes(node["every"]) ?? 60, atLeast: minutes(node["at_least"]) ?? 0,
      sums: decoder.bool(node["sum"], what: "sum") ?? false,
      percent: minutes(node["percent"]) ?? 100, within: Int(minutes(node["within_km"]) ?? 8),
      arms: decoder.sequence(node["arms"], what: "arms").compactMap {
        decoder.word($0, of: Arm.allCases.map { ($0.key, $0) }, what: "an arm")
      },
      texts: texts)
  }

  private func text(_ node: SourceNode) -> String? {
    guard let text = decoder.string(node, what: "a text", length: 1...300) else { return nil }
    for name in Phrase.unknownNames(in: text) {
      decoder.error(
        "“{\(name)}” is no fact", hint: NearestWord.hint(for: name, among: Phrase.names), at: node)
    }
    return text
  }

  private func minutes(_ node: SourceNode?) -> Int32? {
    decoder.integer(node, in: 0...100_000, what: "a number").map { Int32($0) }
  }

  private func delay(_ node: SourceNode?) -> ClosedRange<Int32> {
    let parts = decoder.sequence(node, what: "delay").compactMap { minutes($0) }
    guard parts.count == 2, parts[0] <= parts[1] else {
      if let node { decoder.error("a delay is [from, to] in minutes", at: node) }
      return 5...20
    }
    return parts[0]...parts[1]
  }
}

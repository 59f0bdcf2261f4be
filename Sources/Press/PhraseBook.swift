public import SourceText

/// Ready sentences by key, several for each, from `Assets/Text/report.yaml`.
public struct PhraseBook: Sendable {
  let texts: [String: [String]]

  /// The facts that a sentence may name.
  static let factNames: Set<String> = [
    "own", "Own", "enemy", "Enemy", "source", "Source", "side", "other", "actor", "victim", "unit",
    "unit2", "at", "place", "town", "towns", "count", "count2", "people", "day", "date", "time",
    "vehicles", "score", "score2", "men", "hours", "capital", "outlets", "Towns", "lost",
  ]

  /// A book of sentences.
  public init(_ texts: [String: [String]]) { self.texts = texts }

  /// Loads a book; every mistake is told with its place.
  public static func load(path: String) throws(SourceFailure) -> PhraseBook {
    let node = try SourceReader.yaml(SourceFile.read(path), file: path)
    let decoder = SourceDecoder(file: path)
    var texts: [String: [String]] = [:]
    let isMapping = decoder.mapping(
      node, known: ["format", "phrases"], required: ["format", "phrases"],
      what: "a file of sentences")
    if isMapping {
      _ = decoder.integer(node["format"], in: 1...1, what: "format")
      if case .mapping(let pairs)? = node["phrases"]?.value {
        for pair in pairs { texts[pair.key] = sentences(pair.value, decoder) }
      }
    }
    try decoder.finish()
    return PhraseBook(texts)
  }

  private static func sentences(_ node: SourceNode, _ decoder: SourceDecoder) -> [String] {
    decoder.sequence(node, what: "sentences").compactMap { item in
      guard let text = decoder.string(item, what: "a sentence", length: 1...500) else { return nil }
      for name in Phrase.factNames(in: text) where !factNames.contains(name) {
        decoder.error(
          "“{\(name)}” is no fact",
          hint: NearestWord.hint(for: name, among: factNames.sorted()), at: item)
      }
      return text
    }
  }
}

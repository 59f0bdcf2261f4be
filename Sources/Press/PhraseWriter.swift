/// Writes with the sentences of a book and never writes one twice.
public struct PhraseWriter: Sendable {
  private let book: PhraseBook
  private var uses: [String: Int] = [:]
  private var said: Set<String> = []

  /// A writer with a clean sheet.
  public init(_ book: PhraseBook) { self.book = book }

  /// A sentence of a key with its facts; nil where every one was said before or lacks a fact.
  public mutating func say(_ key: String, _ facts: [String: String] = [:]) -> String? {
    let texts = book.texts[key] ?? []
    let start = uses[key] ?? 0
    for offset in texts.indices {
      let text = texts[(start + offset) % texts.count]
      guard Phrase.factNames(in: text).allSatisfy({ facts[$0] != nil }) else { continue }
      let sentence = Phrase.capitalized(Phrase.filled(text, facts))
      guard said.insert(sentence).inserted else { continue }
      uses[key] = start + offset + 1
      return sentence
    }
    return nil
  }

  /// The first sentence of a key that has its facts, said before or not: for tables and labels.
  public func label(_ key: String, _ facts: [String: String] = [:]) -> String {
    let text = (book.texts[key] ?? []).first {
      Phrase.factNames(in: $0).allSatisfy { facts[$0] != nil }
    }
    return text.map { Phrase.capitalized(Phrase.filled($0, facts)) } ?? ""
  }

  /// A side's name within a sentence: bodies of people take an article, countries do not.
  public static func inSentence(_ name: String) -> String {
    let bodies = [
      "Front", "Army", "Forces", "Republic", "Kingdom", "Union", "States", "Federation", "Party",
      "Movement", "Alliance",
    ]
    let last = name.split(separator: " ").last.map { String($0) } ?? ""
    return bodies.contains(last) ? "the " + name : name
  }

  /// Names in a row: `Alar`, `Alar and Masallı`, `Alar, Salyan and Masallı`.
  public static func list(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  /// A number as a newspaper writes it: words up to twelve, commas between thousands.
  public static func number(_ value: Int64) -> String { Phrase.number(value) }

  /// A number as people round it when they do not count.
  public static func rounded(_ value: Int64) -> Int64 { Phrase.rounded(value) }
}

/// Text with facts put in: `{place}`, `{amount}`.
enum Phrase {
  /// The facts that a phrase may name.
  static let names = [
    "own", "enemy", "claimed", "actor", "victim", "place", "at", "afield", "town", "unit", "amount",
    "people",
    "vehicles", "toll", "says", "claims", "their", "they", "have",
  ]

  /// The phrase with its facts; a fact that is not there stays as it is written.
  static func filled(_ text: String, _ facts: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += facts[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The names of the facts that a phrase needs.
  static func factNames(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "}" }) }
  }

  /// With a capital at the start.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A number of things: `one vehicle`, `12 vehicles`.
  static func count(_ value: Int64, _ one: String, _ many: String) -> String {
    number(value) + " " + (value == 1 ? one : many)
  }

  /// Hurt and dead in one phrase.
  static func toll(hurt: Int64, dead: Int64) -> String {
    if hurt == 0 { return count(dead, "person killed", "people killed") }
    let injured = count(hurt, "person injured", "people injured")
    return dead == 0 ? injured : injured + " and \(number(dead)) killed"
  }

  /// The names in a phrase that are no facts.
  static func unknownNames(in text: String) -> [String] {
    factNames(in: text).filter { !names.contains($0) }
  }

  /// As people round: exact up to twelve, then to fives, tens, hundreds.
  static func rounded(_ value: Int64) -> Int64 {
    switch value {
    case ..<13: value
    case ..<100: (value + 2) / 5 * 5
    case ..<1000: (value + 5) / 10 * 10
    default: (value + 50) / 100 * 100
    }
  }

  /// A number as a newspaper writes it: words up to twelve, commas between thousands.
  static func number(_ value: Int64) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    if value >= 0, value < Int64(words.count) { return words[Int(value)] }
    var digits = String(abs(value))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (value < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}

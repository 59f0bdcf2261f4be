/// Text with facts put in: `{place}`, `{amount}`.
enum Phrase {
  /// The facts that a phrase may name.
  static let names = [
    "own", "enemy", "claimed", "actor", "victim", "place", "town", "unit", "amount", "detail",
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

  /// The names in a phrase that are no facts.
  static func unknownNames(in text: String) -> [String] {
    text.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
      .filter { !names.contains($0) }
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

// The canonical line: `az az.1ad.1tk.1 attack 112.145 at=420 for=20 rules=free queued`: side, unit,
// kind, target as column.row where there is one, then the words that apply, in this order, with one
// space between. Every order has one line, and every line that is read gives that line back.

extension Order {
  /// The order's canonical line, without the moment at which it was given.
  public func line(in setup: BattleSetup) -> String {
    var text = "\(setup.sides[side.index].id) \(setup.units[unit.row].id) \(kind.key)"
    if let target {
      let hex = setup.terrain.grid.hex(at: Int(target))
      text += " \(hex.column).\(hex.row)"
    }
    if let notBefore { text += " at=\(notBefore.rawValue)" }
    if duration != 0 { text += " for=\(duration)" }
    if let rules { text += " rules=\(rules.key)" }
    if isQueued { text += " queued" }
    return text
  }

  /// The order of a canonical line. Any text is either an order of this battle or an error.
  public init(line: String, in setup: BattleSetup) throws(OrderTextError) {
    var words = OrderWords(line)
    let sideWord = try words.next("a side")
    guard let side = setup.sides.firstIndex(where: { $0.id == sideWord.text }) else {
      let known = setup.sides.map(\.id).joined(separator: ", ")
      throw sideWord.error("There is no side “\(sideWord.shown)”; there are \(known).")
    }
    let unitWord = try words.next("a unit")
    guard let unit = setup.units.firstIndex(where: { $0.id == unitWord.text }) else {
      throw unitWord.error("There is no unit “\(unitWord.shown)”.")
    }
    let kindWord = try words.next("a kind of order")
    guard let kind = OrderKind.allCases.first(where: { $0.key == kindWord.text }) else {
      let known = OrderKind.allCases.map(\.key).joined(separator: ", ")
      throw kindWord.error("There is no order “\(kindWord.shown)”; there are \(known).")
    }
    self.init(side: SideID(side), unit: UnitID(unit), kind: kind)
    try words.readOptions(into: &self, setup.terrain.grid)
  }
}

/// A word of an order line and where it stands.
private struct OrderWord {
  var text: String
  var column: Int

  /// The word as an error message shows it: not more than 40 characters of it.
  var shown: String { text.count > 40 ? text.prefix(40) + "…" : text }

  func error(_ message: String) -> OrderTextError { OrderTextError(message, column: column) }

  /// What follows `prefix`, nil where the word does not start so.
  func value(after prefix: String) -> OrderWord? {
    guard text.hasPrefix(prefix) else { return nil }
    return OrderWord(
      text: String(text.dropFirst(prefix.count)), column: column + prefix.utf8.count)
  }

  /// A whole number without sign or leading zeros.
  func number(upTo limit: Int32) throws(OrderTextError) -> Int32 {
    let digits = text.utf8
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ (48...57).contains($0) }),
      digits.count == 1 || digits.first != 48
    else { throw error("“\(shown)” is not a whole number.") }
    let value = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 - 48) }
    guard value <= limit else { throw error("\(value) is more than \(limit).") }
    return value
  }

  /// A place as column.row.
  func hex(in grid: HexGrid) throws(OrderTextError) -> Int32 {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw error("“\(shown)” is not a place like 112.145, nor a word that belongs here.")
    }
    let first = OrderWord(text: String(parts[0]), column: column)
    let second = OrderWord(text: String(parts[1]), column: column + parts[0].utf8.count + 1)
    let place = (
      try first.number(upTo: Int32(grid.columns - 1)), try second.number(upTo: Int32(grid.rows - 1))
    )
    return place.1 * Int32(grid.columns) + place.0
  }
}

/// The words of an order line, taken one by one.
private struct OrderWords {
  private var words: [OrderWord] = []
  private var place = 0
  private let end: Int

  init(_ line: String) {
    var column = 1
    // By bytes: a space may be followed by a combining mark, which makes both one Character.
    for part in line.utf8.split(separator: 32, omittingEmptySubsequences: false) {
      words.append(OrderWord(text: String(Substring(part)), column: column))
      column += part.count + 1
    }
    end = column
  }

  mutating func next(_ what: String) throws(OrderTextError) -> OrderWord {
    guard place < words.count else {
      throw OrderTextError("The order ends where \(what) should stand.", column: end)
    }
    defer { place += 1 }
    let word = words[place]
    guard !word.text.isEmpty else {
      throw word.error("\(what) should stand here; words are parted by one space.")
    }
    return word
  }

  /// Reads the target and the words after it, each at most once and in their order.
  mutating func readOptions(into order: inout Order, _ grid: HexGrid) throws(OrderTextError) {
    // 0 before the target, then one more than the place of the last word read.
    var stage = 0
    while place < words.count {
      let word = try next("a place or an option")
      let found: Int
      if let value = word.value(after: "at=") {
        order.notBefore = Tick(rawValue: try value.number(upTo: World.lastTick))
        found = 2
      } else if let value = word.value(after: "for=") {
        order.duration = try value.number(upTo: World.lastTick)
        guard order.duration > 0 else { throw value.error("A duration is 1 minute or more.") }
        found = 3
      } else if let value = word.value(after: "rules=") {
        guard let rules = RulesOfEngagement.allCases.first(where: { $0.key == value.text }) else {
          throw value.error("Rules of engagement are truce, return_fire or free.")
        }
        order.rules = rules
        found = 4
      } else if word.text == "queued" {
        order.isQueued = true
        found = 5
      } else {
        order.target = try word.hex(in: grid)
        found = 1
      }
      guard found > stage else {
        throw word.error(
          "“\(word.shown)” stands twice or too late: the order of the words is "
            + "place, at=, for=, rules=, queued.")
      }
      stage = found
    }
  }
}

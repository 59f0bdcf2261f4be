/// A word of an order line and where it stands.
struct OrderWord {
  var text: String
  var column: Int

  /// The word as an error message shows it: not more than 40 characters of it.
  var shown: String { text.count > 40 ? text.prefix(40) + "…" : text }

  func error(_ message: String) -> OrderTextError { OrderTextError(message, column: column) }

  /// An error that names the nearest word that is known, or all where there are few.
  func unknown(_ what: String, among known: [String]) -> OrderTextError {
    if let nearest = nearest(among: known) {
      return error("There is no \(what) “\(shown)”; did you mean “\(nearest)”?")
    }
    guard !known.isEmpty, known.count <= 20 else { return error("There is no \(what) “\(shown)”.") }
    return error("There is no \(what) “\(shown)”; there are \(known.joined(separator: ", ")).")
  }

  /// What follows `prefix`, nil where the word does not start so.
  func value(after prefix: String) -> OrderWord? {
    guard text.hasPrefix(prefix) else { return nil }
    return OrderWord(
      text: String(text.dropFirst(prefix.count)), column: column + prefix.utf8.count)
  }

  /// A case of an enumeration by its word.
  func word<Case>(
    of cases: [Case], _ key: (Case) -> String, _ what: String
  ) throws(OrderTextError) -> Case {
    for found in cases where key(found) == text { return found }
    let known = cases.map(key).joined(separator: ", ")
    throw error("“\(shown)” is no value of \(what)=; there are \(known).")
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
      let known = ["via=", "at=", "h=", "when=", "for=", "rules=", "fire=", "ground=", "preset="]
      let near = nearest(among: known + ["within=", "to=", "queued"])
      throw error(
        "“\(shown)” is not a place like 112.145, nor a word that belongs here"
          + (near.map { "; did you mean “\($0)”?" } ?? "."))
    }
    let first = OrderWord(text: String(parts[0]), column: column)
    let second = OrderWord(text: String(parts[1]), column: column + parts[0].utf8.count + 1)
    let place = (
      try first.number(upTo: Int32(grid.columns - 1)), try second.number(upTo: Int32(grid.rows - 1))
    )
    return place.1 * Int32(grid.columns) + place.0
  }

  /// Places parted by commas.
  func hexes(in grid: HexGrid) throws(OrderTextError) -> [Int32] {
    var found: [Int32] = []
    var column = column
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard found.count < Order.wayCapacity else {
        throw OrderTextError(
          "An order has at most \(Order.wayCapacity) waypoints; give the rest queued.",
          column: column)
      }
      found.append(try OrderWord(text: String(part), column: column).hex(in: grid))
      column += part.utf8.count + 1
    }
    return found
  }

  /// A moment by a named hour: `H`, `H+30`, `H-15`.
  func hour() throws(OrderTextError) -> HourTie {
    let known = HourName.allCases.map(\.key).joined(separator: ", ")
    guard let name = HourName.allCases.first(where: { text.hasPrefix($0.key) }) else {
      throw error("“\(shown)” is no hour like H+30; the hours are \(known).")
    }
    let rest = text.utf8.dropFirst(name.key.utf8.count)
    guard let sign = rest.first else { return HourTie(name) }
    guard sign == 43 || sign == 45 else {
      throw error("“\(shown)” is no hour like H+30; the hours are \(known).")
    }
    let digits = OrderWord(
      text: String(Substring(rest.dropFirst())), column: column + name.key.utf8.count + 1)
    let minutes = try digits.number(upTo: HourTie.limit)
    guard minutes > 0 else { throw digits.error("Write \(name.key) alone for the hour itself.") }
    return HourTie(name, offset: sign == 43 ? minutes : -minutes)
  }

  /// A signal: `dark`, `arrived`, `seen:az.2`.
  func signal(_ setup: BattleSetup) throws(OrderTextError) -> OrderSignal {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = OrderWord(text: String(parts[0]), column: column)
    let kind = try word.word(of: OrderSignal.Kind.allCases, \.key, "when")
    guard parts.count == 2 else { return OrderSignal(kind) }
    let name = OrderWord(text: String(parts[1]), column: column + word.text.utf8.count + 1)
    guard kind.isOfUnit else { throw name.error("“\(kind.key)” is about no unit: leave this out.") }
    guard let row = setup.units.firstIndex(where: { $0.id == name.text }) else {
      throw name.unknown("unit", among: setup.units.map(\.id))
    }
    return OrderSignal(kind, of: UnitID(row))
  }

  /// The known word that is nearest in letters, nil where none is near enough to be meant.
  func nearest(among known: [String]) -> String? {
    guard text.utf8.count <= 60, known.count <= 20_000 else { return nil }
    let own = Array(text.utf8)
    var best: (word: String, distance: Int)?
    for word in known {
      let other = Array(word.utf8)
      let allowed = max(1, min(own.count, other.count) / 3)
      guard abs(own.count - other.count) <= allowed else { continue }
      let distance = Self.distance(own, other)
      if distance <= allowed, best.map({ distance < $0.distance }) ?? true {
        best = (word, distance)
      }
    }
    return best?.word
  }

  /// How many letters must be put in, left out or changed (Levenshtein 1966).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var line = Array(0...b.count)
    for (row, letter) in a.enumerated() {
      var diagonal = line[0]
      line[0] = row + 1
      for (column, other) in b.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = line[column + 1]
        line[column + 1] = min(changed, min(line[column], diagonal) + 1)
      }
    }
    return line[b.count]
  }
}

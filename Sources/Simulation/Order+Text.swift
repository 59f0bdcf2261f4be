// The canonical line: side, unit or formation, kind, target as column.row where there is one, then
// the words that apply, in this order, with one space between:
// `az az.1ad.1tk attack 112.145 via=110.140,111.143 at=420 h=H+30 when=seen:az.2 within=5 for=20
// rules=free fire=on_call ground=delay preset=standard to=az.2ad queued`.
// Every order has one line, and every line that is read gives that line back.

extension Order {
  /// The order's canonical line, without the moment at which it was given.
  public func line(in setup: BattleSetup) -> String {
    let receiver = formation.map { setup.formations[$0.index].id } ?? setup.units[unit.row].id
    var text = "\(setup.sides[side.index].id) \(receiver) \(kind.key)"
    if let target { text += " " + place(target, setup) }
    if !ways.isEmpty {
      text += " via=" + ways.map { place($0, setup) }.joined(separator: ",")
    }
    if let notBefore { text += " at=\(notBefore.rawValue)" }
    if let hour { text += " h=\(hour.text)" }
    if let signal {
      text += " when=\(signal.kind.key)"
      if let unit = signal.unit { text += ":\(setup.units[unit.row].id)" }
      if signal.within > 0 { text += " within=\(signal.within)" }
    }
    if duration != 0 { text += " for=\(duration)" }
    if let rules { text += " rules=\(rules.key)" }
    if let fireSupport { text += " fire=\(fireSupport.key)" }
    if let giveGround { text += " ground=\(giveGround.key)" }
    if let preset { text += " preset=\(setup.rules.conducts[Int(preset)].id)" }
    if let superior { text += " to=\(setup.formations[superior.index].id)" }
    if isQueued { text += " queued" }
    return text
  }

  private func place(_ index: Int32, _ setup: BattleSetup) -> String {
    let hex = setup.terrain.grid.hex(at: Int(index))
    return "\(hex.column).\(hex.row)"
  }

  /// The order of a canonical line. Any text is either an order of this battle or an error.
  public init(line: String, in setup: BattleSetup) throws(OrderTextError) {
    var words = OrderWords(line)
    let sideWord = try words.next("a side")
    guard let side = setup.sides.firstIndex(where: { $0.id == sideWord.text }) else {
      let known = setup.sides.map(\.id).joined(separator: ", ")
      throw sideWord.error("There is no side “\(sideWord.shown)”; there are \(known).")
    }
    let receiver = try words.next("a unit or formation")
    let unit: UnitID
    var formation: FormationID?
    if let row = setup.units.firstIndex(where: { $0.id == receiver.text }) {
      unit = UnitID(row)
    } else if let found = Self.formation(receiver, setup), let lead = setup.lead(of: found) {
      (unit, formation) = (lead, found)
    } else {
      throw receiver.unknown(
        "unit or formation", among: setup.units.map(\.id) + setup.formations.map(\.id))
    }
    let kindWord = try words.next("a kind of order")
    guard let kind = OrderKind.allCases.first(where: { $0.key == kindWord.text }) else {
      let known = OrderKind.allCases.map(\.key)
      throw kindWord.error(
        "There is no order “\(kindWord.shown)”"
          + (kindWord.nearest(among: known).map { "; did you mean “\($0)”?" }
            ?? "; there are \(known.joined(separator: ", "))."))
    }
    self.init(side: SideID(side), unit: unit, kind: kind, formation: formation)
    try words.readOptions(into: &self, setup)
  }

  fileprivate static func formation(_ word: OrderWord, _ setup: BattleSetup) -> FormationID? {
    setup.formations.firstIndex { $0.id == word.text }.map { FormationID($0) }
  }
}

/// The words of an order line, taken one by one.
private struct OrderWords {
  private var words: [OrderWord] = []
  private var place = 0
  private let end: Int
  /// The place in their order of the last option read, 0 before the target.
  private var stage = 0

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
  mutating func readOptions(
    into order: inout Order, _ setup: BattleSetup
  ) throws(OrderTextError) {
    while place < words.count {
      let word = try next("a place or an option")
      let option = OrderOption.allCases.first { word.value(after: $0.prefix) != nil }
      guard let option else {
        if word.text == OrderOption.queuedWord {
          order.isQueued = true
          try advance(to: .max, word)
        } else {
          order.target = try word.hex(in: setup.terrain.grid)
          try advance(to: 1, word)
        }
        continue
      }
      try advance(to: option.rawValue, word)
      guard let value = word.value(after: option.prefix) else { continue }
      try option.read(value, into: &order, setup)
    }
    if let signal = order.signal, signal.within > 0, signal.kind != .seen {
      throw OrderTextError("within= belongs to when=seen alone.", column: end)
    }
  }

  private mutating func advance(to found: Int, _ word: OrderWord) throws(OrderTextError) {
    guard found > stage else {
      let known = OrderOption.allCases.map(\.prefix).joined(separator: ", ")
      throw word.error(
        "“\(word.shown)” stands twice or too late: the order of the words is place, \(known), "
          + "\(OrderOption.queuedWord).")
    }
    stage = found
  }
}

/// The words of an order line that carry a value, in their order; the target is 1.
private enum OrderOption: Int, CaseIterable {
  case via = 2
  case at, h, when, within, duration, rules, fire, ground, preset, to

  static let queuedWord = "queued"

  /// What the word begins with.
  var prefix: String { self == .duration ? "for=" : "\(self)=" }

  func read(
    _ value: OrderWord, into order: inout Order, _ setup: BattleSetup
  ) throws(OrderTextError) {
    switch self {
    case .via: order.ways = try value.hexes(in: setup.terrain.grid)
    case .at: order.notBefore = Tick(rawValue: try value.number(upTo: World.lastTick))
    case .h: order.hour = try value.hour()
    case .when: order.signal = try value.signal(setup)
    case .within:
      guard order.signal != nil else { throw value.error("within= belongs to when=seen alone.") }
      let within = try value.number(upTo: OrderSignal.farthest)
      guard within > 0 else { throw value.error("A distance is 1 kilometre or more.") }
      order.signal?.within = within
    case .duration:
      order.duration = try value.number(upTo: World.lastTick)
      guard order.duration > 0 else { throw value.error("A duration is 1 minute or more.") }
    case .rules: order.rules = try value.word(of: RulesOfEngagement.allCases, \.key, "rules")
    case .fire: order.fireSupport = try value.word(of: FireSupport.allCases, \.key, "fire")
    case .ground: order.giveGround = try value.word(of: GiveGround.allCases, \.key, "ground")
    case .preset:
      let known = setup.rules.conducts.map(\.id)
      guard let row = known.firstIndex(of: value.text) else {
        throw value.unknown("preset", among: known)
      }
      order.preset = Int32(row)
    case .to:
      guard let formation = Order.formation(value, setup) else {
        throw value.unknown("formation", among: setup.formations.map(\.id))
      }
      order.superior = formation
    }
  }
}

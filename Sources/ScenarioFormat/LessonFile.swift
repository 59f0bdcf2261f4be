public import Geography
public import Simulation
public import SourceText

/// Reads the lessons that a scenario names with its key `lessons`.
public enum LessonFile {
  /// What a step may say.
  static let lessonKeys = ["id", "title", "text", "place", "done"]
  /// What a condition may say; all that it says must hold.
  static let conditionKeys = [
    "read", "selected", "closer_than", "paused", "past", "minutes", "ordered", "near", "seen",
    "held", "happened", "any",
  ]

  /// The lessons of a file; every mistake is told at once.
  public static func load(
    path: String, setup: BattleSetup, theatre: Theatre
  ) throws(SourceFailure) -> LessonBook {
    let node = try SourceReader.yaml(SourceFile.read(path), file: path)
    let decoder = SourceDecoder(file: path)
    let known = ["format", "side", "lessons"]
    var book = LessonBook(side: SideID(0), lessons: [])
    if decoder.mapping(node, known: known, required: known, what: "a file of lessons") {
      _ = decoder.integer(node["format"], in: 1...1, what: "the format")
      let sides = setup.sides.enumerated().map { ($1.id, SideID($0)) }
      book.side = decoder.word(node["side"], of: sides, what: "the side") ?? SideID(0)
      let reader = LessonReader(
        decoder: decoder, setup: setup, places: PlaceReader(ground: Ground(theatre)))
      let items = decoder.sequence(node["lessons"], what: "the lessons")
      if let list = node["lessons"], !Limits.lessons.contains(items.count) {
        decoder.error("there are \(items.count) lessons", hint: "1 to 60 are allowed", at: list)
      }
      for item in items {
        guard let lesson = reader.lesson(item) else { continue }
        if book.lessons.contains(where: { $0.id == lesson.id }) {
          decoder.error("two lessons have the id '\(lesson.id)'", hint: "rename one", at: item)
        }
        book.lessons.append(lesson)
      }
    }
    try decoder.finish()
    return book
  }
}

/// Reads the steps of one file.
private struct LessonReader {
  let decoder: SourceDecoder
  let setup: BattleSetup
  let places: PlaceReader

  func lesson(_ node: SourceNode) -> Lesson? {
    guard
      decoder.mapping(
        node, known: LessonFile.lessonKeys, required: ["id", "title", "text", "done"],
        what: "a lesson"),
      let id = decoder.identifier(node["id"], what: "the id")
    else { return nil }
    let title = decoder.string(node["title"], what: "the title", length: Limits.lessonTitle)
    let text = decoder.string(node["text"], what: "the text", length: Limits.lessonText)
    let place = place(node["place"], "the lesson '\(id)'")
    let condition = node["done"].flatMap(condition)
    guard let title, let text, let condition else { return nil }
    return Lesson(id: id, title: title, text: text, place: place, condition: condition)
  }

  private func condition(_ node: SourceNode) -> LessonCondition? {
    guard decoder.mapping(node, known: LessonFile.conditionKeys, what: "a condition") else {
      return nil
    }
    var parts: [LessonCondition] = []
    if decoder.bool(node["read"], what: "read") == true { parts.append(.read) }
    if let units = node["selected"] { parts.append(.selected(self.units(units))) }
    if let scale = decoder.number(node["closer_than"], in: Limits.scale, what: "closer_than") {
      parts.append(.closer(scale))
    }
    if let paused = decoder.bool(node["paused"], what: "paused") { parts.append(.paused(paused)) }
    if let past = decoder.bool(node["past"], what: "past") { parts.append(.past(past)) }
    if let minutes = decoder.integer(node["minutes"], in: Limits.minutes, what: "minutes") {
      parts.append(.minutes(Int32(minutes)))
    }
    parts += [ordered(node["ordered"]), near(node["near"]), seen(node["seen"])].compactMap(\.self)
    if let town = town(node["held"]) { parts.append(.held(town)) }
    if let happened = happened(node["happened"]) { parts.append(happened) }
    if let any = node["any"] {
      parts.append(.any(decoder.sequence(any, what: "any").compactMap(condition)))
    }
    if parts.contains(.read), parts.count > 1 {
      decoder.error("'read' stands with other conditions", hint: "let it stand alone", at: node)
    }
    guard let first = parts.first else {
      if case .mapping(let pairs) = node.value, pairs.isEmpty {
        decoder.error("the condition is empty", hint: "write 'read: true' for a text", at: node)
      }
      return nil
    }
    return parts.count == 1 ? first : .all(parts)
  }

  private func ordered(_ node: SourceNode?) -> LessonCondition? {
    guard let node else { return nil }
    let known = ["units", "kinds", "place", "within_km"]
    guard decoder.mapping(node, known: known, required: ["units", "kinds"], what: "ordered") else {
      return nil
    }
    let words = OrderKind.allCases.map { ($0.key, $0) }
    let kinds = list(node["kinds"]).compactMap {
      decoder.word($0, of: words, what: "an order")
    }
    return .ordered(
      units: units(node["units"]), kinds: kinds, place: place(node["place"], "the order"),
      withinHexes: within(node))
  }

  private func near(_ node: SourceNode?) -> LessonCondition? {
    guard let node,
      decoder.mapping(
        node, known: ["unit", "place", "within_km"], required: ["unit", "place"], what: "near"),
      let unit = unit(node["unit"]), let place = place(node["place"], "the unit")
    else { return nil }
    return .near(unit: unit, place: place, withinHexes: within(node))
  }

  private func seen(_ node: SourceNode?) -> LessonCondition? {
    guard let node,
      decoder.mapping(node, known: ["place", "within_km"], required: ["place"], what: "seen"),
      let place = place(node["place"], "the enemy")
    else { return nil }
    return .seen(place: place, withinHexes: within(node))
  }

  private func happened(_ node: SourceNode?) -> LessonCondition? {
    guard let node,
      decoder.mapping(node, known: ["events", "side"], required: ["events"], what: "happened")
    else { return nil }
    let words = EventKind.allCases.map { ($0.key, $0) }
    let kinds = list(node["events"]).compactMap { decoder.word($0, of: words, what: "an event") }
    let sides = setup.sides.enumerated().map { ($1.id, SideID($0)) }
    return .happened(kinds, side: decoder.word(node["side"], of: sides, what: "the side"))
  }

  private func within(_ node: SourceNode) -> Int {
    Int(decoder.integer(node["within_km"], in: 0...200, what: "within_km") ?? 1)
  }

  private func place(_ node: SourceNode?, _ who: String) -> Int32? {
    node.flatMap { places.openHex(Located(node: $0, decoder: decoder, folder: ""), who: who) }
  }

  private func town(_ node: SourceNode?) -> TownID? {
    node.flatMap { places.town(Located(node: $0, decoder: decoder, folder: "")) }
  }

  private func unit(_ node: SourceNode?) -> UnitID? {
    decoder.word(
      node, of: setup.units.enumerated().map { ($1.id, UnitID($0)) }, what: "the unit")
  }

  private func units(_ node: SourceNode?) -> [UnitID] { list(node).compactMap(unit) }

  /// The items of a list, or one value for a list of it.
  private func list(_ node: SourceNode?) -> [SourceNode] {
    guard let node else { return [] }
    if case .sequence(let items) = node.value { return items }
    return [node]
  }
}

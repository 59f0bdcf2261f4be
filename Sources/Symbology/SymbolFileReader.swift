import Screen
import SourceText

/// Turns the files of a symbol folder into a library; parts may be used before they are defined
/// and from other files.
struct SymbolFileReader {
  private struct Source {
    var decoder: SourceDecoder
    var root: SourceNode
  }

  private struct Part {
    var decoder: SourceDecoder
    var node: SourceNode
    var icons: [Icon]?
  }

  private static let keys = [
    "letters", "frames", "parts", "entities", "modifiers1", "modifiers2", "echelons", "mobility",
  ]

  private var sources: [Source] = []
  private var parts: [String: Part] = [:]
  private var open: [String] = []
  private var library = SymbolLibrary()
  private var reader = DrawingReader(letters: Letterforms())

  /// Takes one file's root.
  mutating func add(_ root: SourceNode, file: String) {
    sources.append(Source(decoder: SourceDecoder(file: file), root: root))
  }

  /// Reads everything that was added.
  mutating func library(folder: String) throws(SourceFailure) -> SymbolLibrary {
    for source in sources {
      _ = source.decoder.mapping(source.root, known: Self.keys, what: "a symbol file")
      readLetters(source)
    }
    reader.letters = library.letters
    for source in sources { collectParts(source) }
    var frames: [Int: SymbolLibrary.Frame] = [:]
    for source in sources { readFrames(source, into: &frames) }
    for source in sources {
      readSets(source, "entities", codes: 0...999_999, scale: 1_000_000, \.entities)
      readSets(source, "modifiers1", codes: 0...99, scale: 100, \.modifiers1)
      readSets(source, "modifiers2", codes: 0...99, scale: 100, \.modifiers2)
    }
    for shape in FrameShape.allCases { library.frames.append(frames[shape.rawValue] ?? .init()) }
    for source in sources { readMarks(source) }
    try finish(folder, frames: frames)
    return library
  }

  private func finish(
    _ folder: String, frames: [Int: SymbolLibrary.Frame]
  ) throws(SourceFailure) {
    var found = sources.flatMap { $0.decoder.sorted() }
    for shape in FrameShape.allCases where frames[shape.rawValue] == nil {
      found.append(
        Diagnostic(
          file: folder, position: nil, message: "there is no frame '\(shape.word)'",
          hint: "add it under 'frames'"))
    }
    if found.contains(where: { $0.severity == .error }) { throw SourceFailure(found) }
  }

  private mutating func readLetters(_ source: Source) {
    for pair in source.decoder.pairs(source.root["letters"], what: "letters") {
      let keys = ["advance", "draw"]
      guard
        pair.key.count == 1, let character = pair.key.first,
        source.decoder.mapping(pair.value, known: keys, required: keys, what: "a letter"),
        let advance = source.decoder.number(pair.value["advance"], in: 10...150, what: "advance"),
        let draw = pair.value["draw"], let path = outline(draw, source.decoder)
      else {
        if pair.key.count != 1 {
          source.decoder.error("'\(pair.key)' is not one letter", at: pair.keyPosition)
        }
        continue
      }
      library.letters.letters[character] = .init(advance: advance, path: path)
    }
  }

  private func readFrames(_ source: Source, into frames: inout [Int: SymbolLibrary.Frame]) {
    for pair in source.decoder.pairs(source.root["frames"], what: "frames") {
      guard let shape = FrameShape.allCases.first(where: { $0.word == pair.key }) else {
        source.decoder.error(
          "unknown frame '\(pair.key)'", hint: "friend, neutral, hostile, unknown or disc",
          at: pair.keyPosition)
        continue
      }
      guard
        source.decoder.mapping(
          pair.value, known: ["draw", "box"], required: ["draw", "box"], what: "a frame"),
        let draw = pair.value["draw"], let path = outline(draw, source.decoder)
      else { continue }
      let sides = source.decoder.sequence(pair.value["box"], what: "box")
        .compactMap { source.decoder.number($0, in: -200...200, what: "a side of the box") }
      guard sides.count == 4, sides[0] < sides[2], sides[1] < sides[3] else {
        source.decoder.error(
          "box is no rectangle", hint: "[left, top, right, bottom]", at: pair.value)
        continue
      }
      frames[shape.rawValue] = .init(
        outline: path, box: Rect(sides[0], sides[1], sides[2] - sides[0], sides[3] - sides[1]),
        index: shape.rawValue)
    }
  }

  private mutating func collectParts(_ source: Source) {
    for pair in source.decoder.pairs(source.root["parts"], what: "parts") {
      if parts[pair.key] != nil {
        source.decoder.error("the part '\(pair.key)' stands twice", at: pair.keyPosition)
      }
      parts[pair.key] = Part(decoder: source.decoder, node: pair.value)
    }
  }

  private mutating func readSets(
    _ source: Source, _ key: String, codes: ClosedRange<Int>, scale: Int,
    _ table: WritableKeyPath<SymbolLibrary, [Int: SymbolLibrary.Entry]>
  ) {
    for set in source.decoder.pairs(source.root[key], what: key) {
      guard let number = Int(set.key), (0...99).contains(number) else {
        source.decoder.error(
          "'\(set.key)' is no symbol set", hint: "10 for land units", at: set.keyPosition)
        continue
      }
      for pair in source.decoder.pairs(set.value, what: key) {
        guard let (code, entry) = entry(pair, codes: codes, source.decoder) else { continue }
        if library[keyPath: table][number * scale + code] != nil {
          source.decoder.error("\(pair.key) stands twice", at: pair.keyPosition)
        }
        library[keyPath: table][number * scale + code] = entry
      }
    }
  }

  private mutating func readMarks(_ source: Source) {
    for pair in source.decoder.pairs(source.root["echelons"], what: "echelons") {
      guard let (code, read) = entry(pair, codes: 11...29, source.decoder) else { continue }
      var entry = read
      for (index, frame) in library.frames.enumerated() {
        entry.icons[index] = entry.icons[index].moved(by: Point(0, frame.box.y))
      }
      library.echelons[code] = entry
    }
    for pair in source.decoder.pairs(source.root["mobility"], what: "mobility") {
      guard let (code, read) = entry(pair, codes: 31...69, source.decoder) else { continue }
      var entry = read
      for (index, frame) in library.frames.enumerated() {
        entry.icons[index] = entry.icons[index].moved(by: Point(0, frame.box.maxY))
      }
      library.mobility[code] = entry
    }
  }

  private mutating func entry(
    _ pair: SourceNode.Pair, codes: ClosedRange<Int>, _ decoder: SourceDecoder
  ) -> (Int, SymbolLibrary.Entry)? {
    let digits = String(codes.upperBound).count
    guard let code = Int(pair.key), codes.contains(code), pair.key.count == digits else {
      decoder.error(
        "'\(pair.key)' is no code", hint: "\(digits) digits, at most \(codes.upperBound)",
        at: pair.keyPosition)
      return nil
    }
    guard decoder.mapping(pair.value, known: ["name", "draw"], required: ["name"], what: pair.key)
    else { return nil }
    let name = decoder.string(pair.value["name"], what: "name") ?? ""
    return (code, .init(name: name, icons: icons(pair.value["draw"], decoder)))
  }
}

// MARK: Drawings

extension SymbolFileReader {
  private func outline(_ node: SourceNode, _ decoder: SourceDecoder) -> Path? {
    guard let text = decoder.string(node, what: "an outline") else { return nil }
    do { return try reader.path(text) } catch {
      note(error, at: node, decoder)
      return nil
    }
  }

  private func note(_ error: DrawingError, at node: SourceNode, _ decoder: SourceDecoder) {
    let place = SourcePosition(
      line: node.position.line, column: node.position.column + error.offset)
    decoder.error(error.message, hint: error.hint, at: place)
  }

  /// The drawing for each frame shape: an instruction, a list of them, or a mapping by frame, where
  /// `any` serves frames that are not named, and `friend` those for which there is no `any`.
  private mutating func icons(_ node: SourceNode?, _ decoder: SourceDecoder) -> [Icon] {
    guard let node else { return FrameShape.allCases.map { _ in Icon() } }
    guard case .mapping(let pairs) = node.value else {
      return FrameShape.allCases.map { icon(node, for: $0, decoder, notes: $0 == .friend) }
    }
    let words = FrameShape.allCases.map(\.word) + ["any"]
    _ = decoder.mapping(node, known: words, what: "a drawing by frame")
    var noted: Set<String> = []
    return FrameShape.allCases.map { shape in
      let wanted = [shape.word, "any", "friend"].first { word in pairs.contains { $0.key == word } }
      guard let wanted, let value = node[wanted] else { return Icon() }
      return icon(value, for: shape, decoder, notes: noted.insert(wanted).inserted)
    }
  }

  private mutating func icon(
    _ node: SourceNode, for shape: FrameShape, _ decoder: SourceDecoder, notes: Bool
  ) -> Icon {
    var items = [node]
    if case .sequence(let list) = node.value { items = list }
    var pieces: [IconPiece] = []
    for item in items {
      guard case .string(let text) = item.value else {
        if notes {
          decoder.error("an instruction must be text, not \(item.kindForPeople)", at: item)
        }
        continue
      }
      do {
        switch try reader.read(text) {
        case .pieces(let drawn): pieces += drawn
        case .use(let name, let offset, let scale):
          let used = try part(name)
          pieces += used[shape.rawValue].pieces.map { $0.placed(at: offset, scale: scale) }
        }
      } catch {
        if notes { note(error, at: item, decoder) }
      }
    }
    return Icon(pieces)
  }

  private mutating func part(_ name: String) throws(DrawingError) -> [Icon] {
    guard let part = parts[name] else {
      throw DrawingError(
        offset: 4, message: "there is no part '\(name.prefix(40))'",
        hint: NearestWord.hint(for: name, among: parts.keys.sorted()))
    }
    if let icons = part.icons { return icons }
    guard !open.contains(name) else {
      throw DrawingError(
        offset: 4, message: "the part '\(name)' uses itself", hint: "break the circle")
    }
    open.append(name)
    let icons = icons(part.node, part.decoder)
    open.removeLast()
    parts[name]?.icons = icons
    return icons
  }
}

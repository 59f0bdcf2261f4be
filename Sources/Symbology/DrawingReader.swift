import Screen

/// Reads the drawing language of the symbol files; Assets/Symbols/README.md is its description.
struct DrawingReader {
  /// The letters that `text` writes with.
  var letters: Letterforms
  /// The width of icon lines at the standard stroke width of 4.
  static let lineWidth = 3.0

  /// What an instruction draws: pieces of its own, or another drawing that it names.
  enum Drawing {
    /// Pieces of its own.
    case pieces([IconPiece])
    /// A part by name, scaled about the origin and moved.
    case use(String, offset: Point, scale: Double)
  }

  /// Reads one instruction.
  func read(_ instruction: String) throws(DrawingError) -> Drawing {
    var words = DrawingWords(instruction)
    guard let verb = words.take() else {
      throw DrawingError(offset: 0, message: "an empty instruction", hint: Self.verbs)
    }
    switch verb.text {
    case "use": return try use(&words)
    case "text": return .pieces([try text(&words)])
    case "line": return .pieces([try piece(.line, &words)])
    case "fill": return .pieces([try piece(.solid, &words)])
    case "pale": return .pieces([try piece(.pale, &words)])
    case "clear": return .pieces([try piece(.clear, &words)])
    case "cut": return .pieces([try piece(.cut, &words)])
    default:
      throw DrawingError(
        offset: verb.offset, message: "unknown instruction '\(verb.text.prefix(40))'",
        hint: Self.verbs)
    }
  }

  private static let verbs = "line, fill, pale, clear, cut, text or use"

  private func use(_ words: inout DrawingWords) throws(DrawingError) -> Drawing {
    guard let name = words.take() else {
      throw DrawingError(offset: words.offset, message: "'use' names no part", hint: "")
    }
    var offset = Point(0, 0)
    var scale = 1.0
    if words.take("at") { offset = try point(&words) }
    if words.take("scale") { scale = try words.number("the scale") }
    try finish(&words)
    return .use(name.text, offset: offset, scale: scale)
  }

  private func text(_ words: inout DrawingWords) throws(DrawingError) -> IconPiece {
    guard let word = words.take(), word.isQuoted, !word.text.isEmpty else {
      throw DrawingError(
        offset: words.offset, message: "'text' has no letters in quotes",
        hint: "text \"MP\" 0 3 45: letters, centre, baseline, size")
    }
    for character in word.text where letters.letters[character] == nil && character != " " {
      throw DrawingError(
        offset: word.offset, message: "there is no letter '\(character)'",
        hint: "add it to letters.yaml")
    }
    let center = try words.number("the text's centre")
    let baseline = try words.number("the baseline")
    let size = try words.number("the letter size")
    try finish(&words)
    let left = center - letters.width(of: word.text, size: size) / 2
    return IconPiece(
      path: letters.path(word.text, at: Point(left, baseline), size: size), paint: .letters,
      width: size * Letterforms.strokeWidth)
  }

  private func piece(
    _ paint: IconPiece.Paint, _ words: inout DrawingWords
  ) throws(DrawingError) -> IconPiece {
    var width = paint == .solid || paint == .clear ? 0 : Self.lineWidth
    if words.take("w") { width = try words.number("the line's width") }
    return IconPiece(path: try path(&words), paint: paint, width: width)
  }

  /// Reads an outline to the end of the instruction.
  func path(_ instruction: String) throws(DrawingError) -> Path {
    var words = DrawingWords(instruction)
    return try path(&words)
  }

  private func path(_ words: inout DrawingWords) throws(DrawingError) -> Path {
    var path = Path()
    var pen: Point?
    while let word = words.take() {
      let startsPart = ["M", "O", "E", "R", "B"].contains(word.text)
      guard startsPart || pen != nil else {
        throw DrawingError(
          offset: word.offset, message: "an outline starts with '\(word.text.prefix(40))'",
          hint: "M x y, O, E, R or B first")
      }
      pen = try step(word, &words, &path, from: pen ?? Point(0, 0))
    }
    guard !path.points.isEmpty else {
      throw DrawingError(offset: words.offset, message: "an empty outline", hint: "M x y L x y …")
    }
    return path
  }

  /// Adds one step to the outline; gives where the pen is then. One exhaustive table of steps.
  private func step(
    _ word: DrawingWords.Word, _ words: inout DrawingWords, _ path: inout Path, from pen: Point
  ) throws(DrawingError) -> Point {
    var end = pen
    switch word.text {
    case "M":
      end = try point(&words)
      path.move(to: end)
      while words.peek.flatMap({ Double($0.text) }) != nil {
        end = try point(&words)
        path.line(to: end)
      }
    case "L":
      repeat {
        end = try point(&words)
        path.line(to: end)
      } while words.peek.flatMap({ Double($0.text) }) != nil
    case "H":
      end.x = try words.number("x")
      path.line(to: end)
    case "V":
      end.y = try words.number("y")
      path.line(to: end)
    case "Q":
      let control = try point(&words)
      end = try point(&words)
      path.quadratic(control, to: end)
    case "C":
      let first = try point(&words)
      let second = try point(&words)
      end = try point(&words)
      path.cubic(first, second, to: end)
    case "Z": path.close()
    case "O":
      end = try point(&words)
      path.append(Path(circle: end, radius: try words.number("the radius")))
    case "E":
      end = try point(&words)
      let radii = try point(&words)
      let center = end
      path.append(
        Path(circle: Point(0, 0), radius: 1).mapped {
          Point(center.x + $0.x * radii.x, center.y + $0.y * radii.y)
        })
    case "R", "B":
      end = try point(&words)
      let size = try point(&words)
      let area = Rect(end.x, end.y, size.x, size.y)
      path.append(
        word.text == "R" ? Path(area) : Path(area, radius: try words.number("the radius")))
    default:
      throw DrawingError(
        offset: word.offset, message: "unknown step '\(word.text.prefix(40))'",
        hint: "M, L, H, V, Q, C, Z, O, E, R or B")
    }
    return end
  }

  private func point(_ words: inout DrawingWords) throws(DrawingError) -> Point {
    let x = try words.number("x")
    return Point(x, try words.number("y"))
  }

  private func finish(_ words: inout DrawingWords) throws(DrawingError) {
    guard let word = words.peek else { return }
    throw DrawingError(
      offset: word.offset, message: "'\(word.text.prefix(40))' is one word too many", hint: "")
  }
}

extension Path {
  /// Adds the parts of another outline.
  mutating func append(_ other: Path) {
    verbs += other.verbs
    points += other.points
  }
}

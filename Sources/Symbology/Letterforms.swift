import Screen

/// Single-stroke letters for icons and text fields, so that letters are shapes like all else.
///
/// Forms are kept in units of a hundredth of the letter size: capitals stand from y −72 to 0.
struct Letterforms: Sendable {
  /// A letter.
  struct Letter: Sendable {
    /// Hundredths of the size to the next letter.
    var advance: Double
    /// The strokes.
    var path: Path
  }

  /// The height of capitals over the letter size.
  static let capHeight = 0.72
  /// The stroke's width over the letter size.
  static let strokeWidth = 0.14

  /// The letters by character.
  var letters: [Character: Letter] = [:]

  /// The letter of a character: itself, its capital, a gap for a space, or a
  /// hollow box.
  func letter(_ character: Character) -> Letter {
    if let exact = letters[character] { return exact }
    if character.isWhitespace { return Letter(advance: 28, path: Path()) }
    let capitals = character.uppercased()
    if capitals.count == 1, let first = capitals.first, let capital = letters[first] {
      return capital
    }
    return Letter(advance: 60, path: Path(Rect(10, -65, 40, 58)))
  }

  /// The width of a line of text at a size.
  func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + letter($1).advance } * size / 100
  }

  /// The strokes of a line of text whose baseline starts at `origin`.
  func path(_ text: String, at origin: Point, size: Double) -> Path {
    var result = Path()
    let scale = size / 100
    var pen = origin.x
    for character in text {
      let letter = letter(character)
      result.verbs.append(contentsOf: letter.path.verbs)
      for point in letter.path.points {
        result.points.append(Point(pen + point.x * scale, origin.y + point.y * scale))
      }
      pen += letter.advance * scale
    }
    return result
  }
}

import Screen

/// One painted part of an icon; colours come later, from the style.
struct IconPiece: Sendable {
  /// What the style paints it with.
  enum Paint: Sendable {
    /// A line in ink.
    case line
    /// Filled with ink.
    case solid
    /// Filled with the pale colour, with a line of ink around it.
    case pale
    /// Filled with the pale colour.
    case clear
    /// Filled with the frame's colour, with a line of ink around it.
    case cut
    /// Letters: a line in ink whose width belongs to their size.
    case letters
  }

  /// The outline in octagon units.
  var path: Path
  /// What it is painted with.
  var paint: Paint
  /// The line's width at the standard stroke width of 4.
  var width: Double

  /// The area it covers, line included.
  var bounds: Rect { path.bounds.inset(by: -width / 2) }

  /// The piece scaled about the origin, then moved.
  func placed(at offset: Point, scale: Double = 1) -> IconPiece {
    IconPiece(
      path: path.mapped { $0 * scale + offset }, paint: paint,
      width: paint == .letters ? width * scale : width)
  }
}

/// What a frame encloses, or a mark beside it: pieces in paint order.
struct Icon: Sendable {
  /// The pieces in paint order.
  var pieces: [IconPiece] = []
  /// The area they cover.
  var bounds = Rect(0, 0, 0, 0)

  /// An icon; neighbouring pieces painted alike become one, so that there are few to paint.
  init(_ parts: [IconPiece] = []) {
    for piece in parts {
      bounds = bounds.union(piece.bounds)
      if let last = pieces.last, last.paint == piece.paint, last.width == piece.width,
        piece.paint == .line || piece.paint == .letters
      {
        pieces[pieces.count - 1].path.verbs += piece.path.verbs
        pieces[pieces.count - 1].path.points += piece.path.points
      } else {
        pieces.append(piece)
      }
    }
  }

  /// The icon moved by an offset.
  func moved(by offset: Point) -> Icon { Icon(pieces.map { $0.placed(at: offset) }) }
}

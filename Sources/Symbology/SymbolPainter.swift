import Screen

/// Collects a symbol's shapes with the area that they cover.
struct SymbolPainter {
  /// The style to paint in.
  let style: SymbolStyle
  /// The colour in the frame.
  let frameFill: Color
  /// What was painted, in order.
  private(set) var shapes: [SymbolShape] = []
  /// The area that it covers.
  private(set) var bounds = Rect(0, 0, 0, 0)

  /// A painter for a symbol.
  init(style: SymbolStyle, frameFill: Color) {
    self.style = style
    self.frameFill = frameFill
    shapes.reserveCapacity(12)
  }

  /// Paints an icon or a mark.
  mutating func paint(_ icon: Icon) {
    for piece in icon.pieces { paint(piece) }
    bounds = bounds.union(icon.bounds)
  }

  private mutating func paint(_ piece: IconPiece) {
    let width = piece.width * style.strokeWidth / 4
    var shape = SymbolShape(path: piece.path)
    switch piece.paint {
    case .line:
      shape.stroke = style.ink
      shape.strokeWidth = width
    case .letters:
      shape.stroke = style.ink
      shape.strokeWidth = piece.width
    case .solid:
      shape.fill = style.ink
    case .pale:
      shape.fill = style.pale
      shape.stroke = style.ink
      shape.strokeWidth = width
    case .clear:
      shape.fill = style.pale
    case .cut:
      shape.fill = frameFill
      shape.stroke = style.ink
      shape.strokeWidth = width
    }
    shapes.append(shape)
  }

  /// Paints a shape that covers an area; the area is its path's, with the line, where not given.
  mutating func add(_ shape: SymbolShape, covering area: Rect? = nil) {
    shapes.append(shape)
    let covered =
      area ?? shape.path.bounds.inset(by: shape.stroke == nil ? 0 : -shape.strokeWidth / 2)
    bounds = bounds.union(covered)
  }

  /// Paints a line in ink.
  mutating func line(_ path: Path, dashes: [Double] = []) {
    add(
      SymbolShape(
        path: path, stroke: style.ink, strokeWidth: style.strokeWidth, dashes: dashes))
  }
}

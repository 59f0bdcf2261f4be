public import Screen

/// One painted part of a symbol: an outline that is filled, drawn along, or both.
public struct SymbolShape: Sendable, Hashable {
  /// The outline in octagon units.
  public var path: Path
  /// The colour inside (nonzero winding); nil for none.
  public var fill: Color?
  /// The colour of the line along it; nil for none.
  public var stroke: Color?
  /// The width of that line in octagon units.
  public var strokeWidth: Double
  /// Lengths of dash and gap in turn in octagon units; empty for a solid line.
  public var dashes: [Double]

  /// A shape.
  public init(
    path: Path, fill: Color? = nil, stroke: Color? = nil, strokeWidth: Double = 0,
    dashes: [Double] = []
  ) {
    self.path = path
    self.fill = fill
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.dashes = dashes
  }

  /// How to draw the line at `scale` pixels an octagon unit: butt ends, mitred corners.
  public func lineStyle(scale: Double = 1) -> LineStyle {
    LineStyle(width: strokeWidth * scale, join: .miter, dashes: dashes.map { $0 * scale })
  }
}

public import Screen
public import Symbology

/// What the signs of a picture mean: its counters by side, and its kinds of lines.
public struct MapLegend: Sendable {
  /// A side's counters in view, each kind once.
  public struct Side: Sendable {
    /// The side's name.
    public var name: String
    /// Symbols with what they stand for.
    public var signs: [Sign]
  }

  /// A symbol with what it stands for.
  public struct Sign: Sendable {
    /// The symbol in the side's colour, without an echelon.
    public var symbol: Symbol
    /// What it stands for.
    public var text: String
  }

  /// A kind of line with what it stands for.
  public struct Line: Sendable {
    /// What stands beside the line.
    public enum Mark: Sendable { case none, head, teeth }

    /// What it stands for.
    public var text: String
    /// Its look.
    public var style: LineStyle
    /// Its colour.
    public var color: Color
    /// The colour of the wider line below it, clear for none.
    public var casing: Color
    /// What stands at its end or along it.
    public var mark: Mark
  }

  /// The sides with counters in view.
  public var sides: [Side]
  /// Echelons in view with their marks, the smallest first: `II battalion`.
  public var echelons: [String]
  /// Kinds of lines.
  public var lines: [Line]
}

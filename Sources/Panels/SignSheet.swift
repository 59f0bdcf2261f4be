public import Screen
public import Symbology

/// The signs that the map shows now, for the help.
public struct SignSheet: Sendable {
  /// A sign with what it stands for: a symbol, a line, or words alone for a heading.
  public struct Row: Sendable {
    /// What is shown before the words.
    public enum Mark: Sendable {
      case heading
      case none
      case symbol(Symbol)
      case line(LineStyle, Color, casing: Color)
    }
    /// What is shown.
    public var mark: Mark
    /// What it stands for.
    public var text: String
    /// A row.
    public init(_ mark: Mark, _ text: String) {
      self.mark = mark
      self.text = text
    }
  }

  /// The rows in order.
  public var rows: [Row]

  /// A sheet.
  public init(_ rows: [Row] = []) { self.rows = rows }
}

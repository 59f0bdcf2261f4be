/// A place in a text file: line and column, both from 1; columns count Unicode scalars.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
  /// Ordered by line, then column.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A value read from YAML or JSON, with the place where it stands.
public struct SourceNode: Sendable, Equatable {
  /// The kinds of values.
  public enum Value: Sendable, Equatable {
    /// Nothing: `null`, `~` or empty.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A finite number with a fraction or an exponent.
    case number(Double)
    /// Text.
    case string(String)
    /// A list.
    case sequence([SourceNode])
    /// Keys with values in the order of the file; no key stands twice.
    case mapping([Pair])
  }

  /// A key with its value.
  public struct Pair: Sendable, Equatable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var keyPosition: SourcePosition
    /// The value.
    public var value: SourceNode
    /// A pair.
    public init(key: String, keyPosition: SourcePosition, value: SourceNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// The value.
  public var value: Value
  /// Where it starts.
  public var position: SourcePosition

  /// A node.
  public init(_ value: Value, at position: SourcePosition) {
    self.value = value
    self.position = position
  }

  /// The value of a key of a mapping; nil where there is none or this is no mapping.
  public subscript(key: String) -> SourceNode? {
    guard case .mapping(let pairs) = value else { return nil }
    return pairs.first { $0.key == key }?.value
  }
}

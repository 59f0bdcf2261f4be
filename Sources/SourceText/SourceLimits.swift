/// What a file may be at most before it is refused.
public struct SourceLimits: Sendable {
  /// Bytes of a file.
  public var bytes: Int
  /// Nesting of lists and mappings.
  public var depth: Int
  /// Values in a file.
  public var nodes: Int

  /// Limits.
  public init(bytes: Int = 4 << 20, depth: Int = 32, nodes: Int = 400_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// For scenarios, tables, styles and settings: 4 MiB, 32 deep.
  public static let standard = SourceLimits()
  /// For layers of geography: 64 MiB, 32 deep.
  public static let geography = SourceLimits(bytes: 64 << 20, nodes: 8_000_000)
}

/// Writes a file piece by piece; it appears at its path with `finish()`. Dropped before, it leaves
/// what was there.
public struct FileWriter: ~Copyable {
  private let file: AtomicFile

  /// Starts a file that is to stand at a path.
  public init(path: String) throws(PlatformError) { file = try AtomicFile(path: path) }

  /// Adds text in UTF-8.
  public func write(_ text: String) throws(PlatformError) { try file.write(Array(text.utf8)) }

  /// Puts the file at its path.
  public consuming func finish() throws(PlatformError) { try file.commit() }
}

/// A small file that is written whole.
public struct FileContent: Sendable {
  /// Where it is to stand.
  public var path: String
  /// What it is to hold.
  public var bytes: [UInt8]

  /// A file of bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text in UTF-8.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// Writes it: the file at the path is the old one or the new one, never neither.
  public func write() throws(PlatformError) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }
}

import Glibc

/// Whole-file reading and synced appending on file descriptors, every error told.
enum DiskFile {
  /// The bytes of a file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(JournalError) -> [UInt8] {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .disk(path: path, reason: reason())
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .disk(path: path, reason: reason()) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw .malformed(
        path: path, line: 1, column: 1, message: "not a file", hint: "name a journal")
    }
    guard info.st_size <= limit else {
      throw .malformed(
        path: path, line: 1, column: 1, message: "\(info.st_size) bytes are too many",
        hint: "a journal has at most \(limit)")
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        retrying {
          Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        }
      }
      guard count >= 0 else { throw .disk(path: path, reason: reason()) }
      if count == 0 { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  /// Writes all bytes at the descriptor's place.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(JournalError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        retrying {
          Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        }
      }
      guard count > 0 else { throw .disk(path: path, reason: reason()) }
      done += count
    }
  }

  /// Makes what was written survive a power cut.
  static func sync(_ descriptor: Int32, path: String) throws(JournalError) {
    guard retrying({ fsync(descriptor) }) == 0 else { throw .disk(path: path, reason: reason()) }
  }

  /// Makes a new name in a folder survive a power cut.
  static func syncFolder(of path: String) throws(JournalError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = retrying { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .disk(path: folder, reason: reason()) }
    defer { close(descriptor) }
    try sync(descriptor, path: folder)
  }

  /// The system's words for the last error.
  static func reason() -> String { String(cString: strerror(errno)) }

  /// Calls again while a signal interrupts.
  static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }
}

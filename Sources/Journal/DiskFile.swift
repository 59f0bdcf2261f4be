import Glibc

/// Whole-file reading and synced appending on file descriptors, every error told.
enum DiskFile {
  /// The bytes of a file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(JournalError) -> [UInt8] {
    let (descriptor, size) = try opened(path)
    defer { close(descriptor) }
    guard size <= limit else {
      throw .malformed(
        path: path, line: 1, column: 1, message: "\(size) bytes are too many",
        hint: "a journal has at most \(limit)")
    }
    return try read(descriptor, from: 0, count: size, path: path)
  }

  /// At most `head` bytes of a file's beginning and `tail` bytes of its end.
  static func readEnds(
    _ path: String, head: Int, tail: Int
  ) throws(JournalError) -> (head: [UInt8], tail: [UInt8]) {
    let (descriptor, size) = try opened(path)
    defer { close(descriptor) }
    let end = min(size, tail)
    return (
      try read(descriptor, from: 0, count: min(size, head), path: path),
      try read(descriptor, from: size - end, count: end, path: path)
    )
  }

  /// A regular file opened for reading, with its size.
  private static func opened(
    _ path: String
  ) throws(JournalError) -> (descriptor: Int32, size: Int) {
    // Without O_NONBLOCK the opening of a named pipe would wait for a writer.
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .missing(path: path)
      case EACCES, EPERM:
        throw .malformed(
          path: path, line: 1, column: 1, message: "the file may not be read",
          hint: "check its permissions")
      default: throw .disk(path: path, reason: reason())
      }
    }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      close(descriptor)
      throw .disk(path: path, reason: reason())
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .malformed(
        path: path, line: 1, column: 1,
        message: info.st_mode & S_IFMT == S_IFDIR ? "this is a folder" : "this is no regular file",
        hint: "name a journal (.sitlog)")
    }
    return (descriptor, Int(info.st_size))
  }

  private static func read(
    _ descriptor: Int32, from offset: Int, count: Int, path: String
  ) throws(JournalError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        retrying {
          pread(
            descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done,
            off_t(offset + done))
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

import Foundation

/// Files as bytes: the one place of the program that opens files for reading.
public enum SourceFile {
  /// The bytes of a regular file.
  ///
  /// Throws where the file is missing (`isMissingFile`), a folder, no regular file, not readable or
  /// larger than `limits.bytes`; a file that is too large is refused by its size, without reading
  /// it.
  public static func read(
    _ path: String, limits: SourceLimits = .standard
  ) throws(SourceFailure) -> [UInt8] {
    // Without O_NONBLOCK the opening of a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(of: path, code: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw failure(of: path, code: errno) }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw failure(of: path, code: EISDIR)
    default: throw failure(path, "this is no regular file", hint: "name a file on disk")
    }
    guard facts.st_size <= limits.bytes else { throw tooLarge(path, Int(facts.st_size), limits) }
    return try bytes(of: descriptor, path, expected: Int(facts.st_size), limits)
  }

  /// Whether something stands at a path: a file or a folder.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a folder stands at a path.
  public static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// At most `count` bytes of a regular file's beginning; nil where there is none to read.
  public static func start(of path: String, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = Glibc.pread(descriptor, &bytes, count, 0)
    return length >= 0 ? Array(bytes.prefix(length)) : nil
  }

  /// When a file was last written, in seconds since 1970; nil where nothing stands there.
  public static func modified(_ path: String) -> Int64? {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int64(facts.st_mtim.tv_sec) : nil
  }

  /// The names in a folder in the order of their bytes; empty where there is none.
  public static func list(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path with symbolic links, `.` and `..` resolved; nil where nothing stands there.
  public static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  private static func bytes(
    of descriptor: Int32, _ path: String, expected: Int, _ limits: SourceLimits
  ) throws(SourceFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: min(max(expected, 4096), 1 << 20))
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(of: path, code: errno)
      }
      bytes.append(contentsOf: chunk[0..<count])
      // The file may have grown since its size was asked for.
      if bytes.count > limits.bytes { throw tooLarge(path, bytes.count, limits) }
    }
  }

  private static func tooLarge(
    _ path: String, _ size: Int, _ limits: SourceLimits
  ) -> SourceFailure {
    failure(
      path, "the file has \(megabytes(size)) MB",
      hint: "a file of this kind may have \(megabytes(limits.bytes)) MB at most")
  }

  /// Megabytes with one decimal, rounded up.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func failure(of path: String, code: Int32) -> SourceFailure {
    switch code {
    case ENOENT, ENOTDIR:
      failure(path, "there is no such file", hint: "check the path", isMissing: true)
    case EISDIR: failure(path, "this is a folder", hint: "name a file in it")
    case EACCES, EPERM:
      failure(path, "the file may not be read", hint: "check its permissions")
    default: failure(path, "the file cannot be read: \(String(cString: strerror(code)))")
    }
  }

  private static func failure(
    _ path: String, _ message: String, hint: String = "", isMissing: Bool = false
  ) -> SourceFailure {
    SourceFailure(
      [
        Diagnostic(
          file: path, position: nil, message: message, hint: hint, isPlaceless: isMissing)
      ],
      isMissingFile: isMissing)
  }
}

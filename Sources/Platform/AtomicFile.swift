import Glibc

/// A file that is the old one or the new one, never neither: written beside the old one, synced,
/// renamed over it, and the folder synced. Dropped without `commit()`, it leaves the old one.
final class AtomicFile {
  let path: String
  let descriptor: Int32
  private let temporaryPath: String
  private var isOpen = true

  /// Starts a file that is to stand at a path. Throws `.disk`.
  ///
  /// A link is followed, so that it stays a link; what is there and is no file is left alone.
  init(path named: String) throws(PlatformError) {
    let path = try Self.target(of: named)
    self.path = path
    let (folder, name) = Self.split(path)
    var attempt: UInt32 = 0
    while true {
      let candidate = "\(folder)/.\(name).\(getpid()).\(attempt).part"
      let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if opened >= 0 {
        descriptor = opened
        temporaryPath = candidate
        return
      }
      let reason = errno
      attempt += 1
      if reason == EINTR || (reason == EEXIST && attempt < 1000) { continue }
      throw Self.failure(path, reason)
    }
  }

  deinit {
    if isOpen {
      close(descriptor)
      unlink(temporaryPath)
    }
  }

  /// Adds bytes at the end.
  func write(_ bytes: [UInt8]) throws(PlatformError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0 {
        let reason = errno
        if reason == EINTR { continue }
        throw Self.failure(path, reason)
      }
      done += count
    }
  }

  /// Makes the file stand at its path, with all that was written on disk.
  func commit() throws(PlatformError) {
    try sync()
    try replace()
    try Self.syncFolder(of: path)
  }

  /// Brings all that was written to disk.
  func sync() throws(PlatformError) {
    while fsync(descriptor) != 0 {
      let reason = errno
      if reason != EINTR { throw Self.failure(path, reason) }
    }
  }

  /// Renames the file to its path.
  func replace() throws(PlatformError) {
    if rename(temporaryPath, path) != 0 { throw Self.failure(path, errno) }
    isOpen = false
    if close(descriptor) != 0 && errno != EINTR { throw Self.failure(path, errno) }
  }

  /// Brings the names in a file's folder to disk.
  static func syncFolder(of path: String) throws(PlatformError) {
    let folder = open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw failure(path, errno) }
    defer { close(folder) }
    // Some file systems cannot sync a folder and say EINVAL; there the rename must do.
    while fsync(folder) != 0 {
      let reason = errno
      if reason == EINVAL { return }
      if reason != EINTR { throw failure(path, reason) }
    }
  }

  /// The file that a path stands for. Throws `.disk` where something else than a file is there.
  private static func target(of path: String) throws(PlatformError) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return path }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw PlatformError(.disk, "\(path): this is no file and cannot be replaced by one")
    }
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// An error about a path with the system's reason.
  static func failure(_ path: String, _ reason: Int32) -> PlatformError {
    PlatformError(.disk, "\(path): \(String(cString: strerror(reason)))")
  }
}

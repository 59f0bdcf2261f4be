import Glibc

extension AtomicFile {
  /// Makes a file and its companions stand at their paths as one unit: after an error all of them
  /// are the old ones. Power lost on the way leaves the file without companions at worst, never
  /// beside companions of another one.
  static func commit(
    _ file: AtomicFile, with companions: [FileContent]
  ) throws(PlatformError) {
    guard !companions.isEmpty else { return try file.commit() }
    var files = [file]
    for companion in companions {
      let other = try AtomicFile(path: companion.path)
      try other.write(companion.bytes)
      files.append(other)
    }
    for file in files { try file.sync() }
    var saved: [Saved] = []
    do {
      for file in files { saved.append(try save(file.path)) }
      for file in files.dropFirst() { unlink(file.path) }
      try syncFolder(of: file.path)
      for (index, file) in files.enumerated() {
        try file.replace()
        if index == 0 { try syncFolder(of: file.path) }
      }
      try syncFolder(of: file.path)
    } catch {
      restore(saved)
      throw error
    }
    for case .file(_, let second) in saved { unlink(second) }
  }

  /// What stood at a path before.
  private enum Saved {
    /// Nothing did.
    case nothing(path: String)
    /// A file, which has a second name by which it can be brought back.
    case file(path: String, second: String)
  }

  private static func save(_ path: String) throws(PlatformError) -> Saved {
    let (folder, name) = split(path)
    let second = "\(folder)/.\(name).\(getpid()).old"
    unlink(second)
    if link(path, second) == 0 { return .file(path: path, second: second) }
    if errno == ENOENT { return .nothing(path: path) }
    // A file system without second names: the old file is moved aside, and back after an error.
    if rename(path, second) == 0 { return .file(path: path, second: second) }
    throw failure(path, errno)
  }

  private static func restore(_ saved: [Saved]) {
    for place in saved {
      switch place {
      case .nothing(let path): unlink(path)
      case .file(let path, let second):
        rename(second, path)
        // Renaming one name of a file to its other leaves both.
        unlink(second)
      }
    }
  }
}

import Glibc

/// Appends records to a journal on disk. What `sync()` has returned from survives kill and power
/// cut.
///
/// After a failed write the file is cut back to its last whole record, so that a journal is always
/// a prefix that holds every confirmed record.
public final class JournalWriter {
  /// The file.
  public let path: String
  private let descriptor: Int32
  private var confirmedBytes: Int
  private var buffer: [UInt8] = []

  /// Starts a new journal; refuses to write over a file that is there.
  public init(creating path: String, header: JournalHeader) throws(JournalError) {
    self.path = path
    confirmedBytes = 0
    descriptor = DiskFile.retrying { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else {
      throw .disk(path: path, reason: DiskFile.reason())
    }
    buffer.append(contentsOf: Array(header.text.utf8))
    try sync()
    try DiskFile.syncFolder(of: path)
  }

  /// Goes on with a journal that was read: cuts a torn last line off and appends after it.
  public init(continuing path: String, _ journal: Journal) throws(JournalError) {
    self.path = path
    confirmedBytes = journal.soundBytes
    descriptor = DiskFile.retrying { open(path, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .disk(path: path, reason: DiskFile.reason()) }
    guard DiskFile.retrying({ ftruncate(descriptor, off_t(confirmedBytes)) }) == 0,
      lseek(descriptor, off_t(confirmedBytes), SEEK_SET) >= 0
    else { throw .disk(path: path, reason: DiskFile.reason()) }
    try DiskFile.sync(descriptor, path: path)
  }

  deinit { close(descriptor) }

  /// Takes a record; it reaches the disk with the next `sync()`.
  public func append(_ record: JournalRecord) { buffer.append(contentsOf: Array(record.line.utf8)) }

  /// Writes what was taken and waits until the disk has it. On an error nothing of it stays.
  public func sync() throws(JournalError) {
    guard !buffer.isEmpty else { return }
    do {
      try DiskFile.write(buffer, to: descriptor, path: path)
      try DiskFile.sync(descriptor, path: path)
      confirmedBytes += buffer.count
      buffer.removeAll(keepingCapacity: true)
    } catch {
      // A half-written record must not stay in front of the next one.
      _ = ftruncate(descriptor, off_t(confirmedBytes))
      _ = lseek(descriptor, off_t(confirmedBytes), SEEK_SET)
      buffer.removeAll(keepingCapacity: true)
      throw error
    }
  }
}

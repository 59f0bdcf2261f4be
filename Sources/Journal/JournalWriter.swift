import Glibc

/// Appends records to a journal on disk. What `sync()` has returned from survives kill and power
/// cut.
///
/// After a failed write the file is cut back to its last whole record, so that a journal is always
/// a prefix that holds every confirmed record. Nobody else can write to the journal meanwhile.
public final class JournalWriter {
  /// The file.
  public let path: String
  private let descriptor: Int32
  private var confirmedBytes: Int
  private var buffer: [UInt8] = []
  // After a failed sync nobody knows what the disk holds; a second try may pass without writing.
  private var isBroken = false

  /// Starts a new journal with what went before it, if anything; refuses to write over a file that
  /// is there, and leaves none behind where the disk refuses.
  public init(
    creating path: String, header: JournalHeader, records: [JournalRecord] = []
  ) throws(JournalError) {
    self.path = path
    confirmedBytes = 0
    descriptor = DiskFile.retrying { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else {
      let isThere = errno == EEXIST
      throw .disk(
        path: path,
        reason: isThere
          ? "this file is there already and is not written over; name a new one" : DiskFile.reason()
      )
    }
    do {
      try lock()
      buffer.append(contentsOf: Array(header.text.utf8))
      for record in records { append(record) }
      try sync()
      try DiskFile.syncFolder(of: path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Goes on with a journal that was read: cuts a torn last line off and appends after it.
  public init(continuing path: String, _ journal: Journal) throws(JournalError) {
    self.path = path
    confirmedBytes = journal.soundBytes
    descriptor = DiskFile.retrying { open(path, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .disk(path: path, reason: DiskFile.reason()) }
    try lock()
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .disk(path: path, reason: DiskFile.reason()) }
    guard Int(info.st_size) >= confirmedBytes else {
      throw .disk(path: path, reason: "the file has changed since it was read")
    }
    try cutBack()
    try DiskFile.sync(descriptor, path: path)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Takes a record; it reaches the disk with the next `sync()`.
  public func append(_ record: JournalRecord) { buffer.append(contentsOf: Array(record.line.utf8)) }

  /// Writes what was taken and waits until the disk has it. On an error nothing of it stays.
  public func sync() throws(JournalError) {
    guard !isBroken else {
      throw .disk(path: path, reason: "the disk failed before; nothing more can be written safely")
    }
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    do {
      try DiskFile.write(buffer, to: descriptor, path: path)
    } catch {
      // A half-written record must not stay in front of the next one.
      do { try cutBack() } catch { isBroken = true }
      throw error
    }
    do {
      try DiskFile.sync(descriptor, path: path)
      confirmedBytes += buffer.count
    } catch {
      isBroken = true
      try? cutBack()
      throw error
    }
  }

  private func cutBack() throws(JournalError) {
    guard DiskFile.retrying({ ftruncate(descriptor, off_t(confirmedBytes)) }) == 0,
      lseek(descriptor, off_t(confirmedBytes), SEEK_SET) >= 0
    else { throw .disk(path: path, reason: DiskFile.reason()) }
  }

  /// Two programs that write one journal would tear it.
  private func lock() throws(JournalError) {
    // A file system without locks says so in other words; there nothing is held.
    if DiskFile.retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0, errno == EWOULDBLOCK {
      throw .disk(path: path, reason: "another program is writing this journal")
    }
  }
}

import Glibc

/// Whole files of bytes on disk.
public enum DataFile {
  /// Writes a file so that it is the old one or the new one, never neither, whatever happens
  /// meanwhile. Throws `.disk`.
  public static func write(_ bytes: [UInt8], to path: String) throws(PlatformError) {
    let file = try AtomicFile(path: path)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(
          file.descriptor, buffer.baseAddress.map { $0 + done }, min(1 << 20, buffer.count - done))
      }
      if count < 0 {
        let reason = errno
        if reason == EINTR { continue }
        throw AtomicFile.failure(path, reason)
      }
      done += count
    }
    try file.commit()
  }
}

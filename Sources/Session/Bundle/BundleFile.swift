import Journal

/// The container of a bundle: parts by name, each with its check sum, behind a mark and a format.
///
/// `SITREPB1`, the number of parts, then for each its name, its length and its bytes; last a check
/// sum of all that in 8 bytes, most significant first.
struct BundleFile: Sendable, Equatable {
  /// A part.
  struct Part: Sendable, Equatable {
    var name: String
    var bytes: [UInt8]
  }

  var parts: [Part] = []

  /// The mark that a bundle begins with.
  static let mark = Array("SITREPB1".utf8)
  /// The largest bundle that is read, the most parts, the longest name.
  static let maximumBytes = 512 << 20
  static let partLimit = 4000
  static let nameLimit = 400

  /// The bytes of a part.
  subscript(_ name: String) -> [UInt8]? { parts.first { $0.name == name }?.bytes }

  /// The file's bytes.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.add(raw: Self.mark)
    writer.add(count: parts.count)
    for part in parts {
      writer.add(part.name)
      writer.add(count: part.bytes.count)
      writer.add(raw: part.bytes)
    }
    let sum = checksum(writer.bytes)
    return writer.bytes
      + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sum >> UInt64($0)) }
  }

  /// Reads the file's bytes; `path` is for messages alone.
  init(_ bytes: [UInt8], path: String) throws(RecordingError) {
    func damaged(_ message: String, _ hint: String = "the file is damaged") -> RecordingError {
      .at(path, line: 1, column: 1, message, hint)
    }
    guard bytes.starts(with: Self.mark.dropLast()) else {
      throw damaged("this is no bundle", "make one with sitrep bundle")
    }
    guard bytes.starts(with: Self.mark) else {
      throw damaged("a bundle of a later format", "this program reads format 1")
    }
    let end = bytes.count - 8
    guard end >= Self.mark.count else { throw damaged("the bundle is cut short") }
    guard bytes[end...].reduce(0, { $0 << 8 | UInt64($1) }) == checksum(bytes[..<end]) else {
      throw damaged("the bundle’s check sum is wrong")
    }
    var reader = ByteReader(Array(bytes[..<end]), from: Self.mark.count)
    guard let count = reader.count(limit: Self.partLimit) else {
      throw damaged("the bundle has too many parts")
    }
    for _ in 0..<count {
      guard let name = reader.text(limit: Self.nameLimit), Self.isPlain(name),
        !parts.contains(where: { $0.name == name }),
        let length = reader.count(limit: bytes.count), let part = reader.raw(length)
      else { throw damaged("a part of the bundle cannot be read") }
      parts.append(Part(name: name, bytes: part))
    }
    guard reader.isAtEnd else { throw damaged("the bundle goes on behind its last part") }
  }

  /// A container of some parts.
  init(parts: [Part]) { self.parts = parts }

  /// Whether a name leads to a file inside a folder and nowhere else.
  private static func isPlain(_ name: String) -> Bool {
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    return steps.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") }
  }
}

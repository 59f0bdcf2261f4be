import CSDL

/// A chunk of a PNG picture: length, type, data, and the sum of type and data.
enum PNGChunk {
  /// The bytes of a chunk of a four-letter type; its data may come in parts.
  static func bytes(_ type: String, _ parts: [UInt8]...) -> [UInt8] {
    let count = parts.reduce(0) { $0 + $1.count }
    precondition(type.utf8.count == 4 && count <= Int(Int32.max), "a chunk \(type) of \(count)")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 12)
    append(UInt32(count), to: &bytes)
    bytes += Array(type.utf8)
    var sum = csdl_crc32(0, Array(type.utf8), 4)
    for part in parts where !part.isEmpty {
      bytes += part
      sum = csdl_crc32(sum, part, part.count)
    }
    append(sum, to: &bytes)
    return bytes
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

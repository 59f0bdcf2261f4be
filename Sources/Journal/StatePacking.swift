/// The whole state as one word of text: run-length packed bytes in base 64.
///
/// States are mostly runs of one byte (ground nobody holds, minutes that are 0), so packing makes
/// them about ten times shorter.
public enum StatePacking {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The value of each character, 255 for what is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// The most bytes that `unpack` makes: guards against a damaged or hostile checkpoint.
  public static let maximumBytes = 256 << 20

  /// Bytes → text.
  public static func pack(_ bytes: [UInt8]) -> String { base64(runLengths(bytes)) }

  /// Text → bytes; nil if it is damaged.
  public static func unpack(_ text: String) -> [UInt8]? {
    guard let packed = bytes(ofBase64: Array(text.utf8)) else { return nil }
    var bytes: [UInt8] = []
    var index = 0
    while index < packed.count {
      let control = Int(packed[index])
      index += 1
      if control < 128 {
        guard index + control + 1 <= packed.count else { return nil }
        bytes.append(contentsOf: packed[index...(index + control)])
        index += control + 1
      } else {
        guard index < packed.count else { return nil }
        bytes.append(contentsOf: repeatElement(packed[index], count: control - 125))
        index += 1
      }
      guard bytes.count <= maximumBytes else { return nil }
    }
    return bytes
  }

  /// A control byte 0…127 is followed by that many and one bytes as they are; 128…255 by one byte
  /// that stands 3…130 times.
  private static func runLengths(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var index = 0
    var literal = 0
    func flush(to end: Int) {
      while literal < end {
        let count = min(128, end - literal)
        packed.append(UInt8(count - 1))
        packed.append(contentsOf: bytes[literal..<(literal + count)])
        literal += count
      }
    }
    while index < bytes.count {
      var run = 1
      while run < 130, index + run < bytes.count, bytes[index + run] == bytes[index] { run += 1 }
      if run >= 3 {
        flush(to: index)
        packed.append(UInt8(run + 125))
        packed.append(bytes[index])
        literal = index + run
      }
      index += run
    }
    flush(to: bytes.count)
    return packed
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 4 / 3 + 4)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> count & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << (6 - count) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  private static func bytes(ofBase64 text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for character in text {
      let value = values[Int(character)]
      guard value != 255 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 255))
      }
    }
    return bytes
  }
}

/// Numbers of one to ten bytes, seven bits a byte, the lowest first; the top bit says that more
/// follow (LEB128).
public enum VariableNumber {
  /// Appends a number.
  public static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads a number and moves `offset` behind it; nil where the bytes end within it or it does not
  /// fit 64 bits.
  public static func read(_ bytes: [UInt8], at offset: inout Int, end: Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      guard shift < 63 || byte & 127 <= 1 else { return nil }
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
    return nil
  }
}

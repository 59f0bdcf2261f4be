/// A name as it stands in a journal's line: control characters and `%` as `%` and two hexadecimal
/// digits, so that no folder's name can end the line.
func escaped(_ name: String) -> String {
  var bytes: [UInt8] = []
  for byte in name.utf8 {
    if byte < 32 || byte == 127 || byte == 37 {
      let digits = String(byte, radix: 16)
      bytes += Array("%\(byte < 16 ? "0" : "")\(digits)".utf8)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The name that `escaped` wrote; nil where the text is none, or is empty.
func unescaped(_ text: Substring) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == 37 else {
      bytes.append(byte)
      continue
    }
    guard rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value > 0
    else { return nil }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
}

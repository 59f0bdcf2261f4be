import Simulation

/// Numbers and texts → bytes: numbers of variable length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: UInt64) { VariableNumber.append(value, to: &bytes) }

  mutating func add(count: Int) { add(UInt64(count)) }

  mutating func add(_ text: String) {
    add(count: text.utf8.count)
    bytes.append(contentsOf: Array(text.utf8))
  }

  mutating func add(raw: [UInt8]) { bytes.append(contentsOf: raw) }

  /// Runs of equal numbers as their length and the number, zigzag so that small ones of either
  /// sign stay short.
  mutating func add(runs numbers: [Int64]) {
    var start = 0
    while start < numbers.count {
      var end = start + 1
      while end < numbers.count, numbers[end] == numbers[start] { end += 1 }
      add(count: end - start)
      add(UInt64(bitPattern: numbers[start] << 1 ^ numbers[start] >> 63))
      start = end
    }
  }
}

/// Bytes → numbers and texts; every read is checked, nil where the bytes do not hold what is asked.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() -> UInt64? {
    VariableNumber.read(bytes, at: &offset, end: bytes.count)
  }

  mutating func count(limit: Int) -> Int? {
    guard let value = number(), value <= UInt64(limit) else { return nil }
    return Int(value)
  }

  mutating func raw(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return Array(bytes[offset..<(offset + count)])
  }

  mutating func text(limit: Int) -> String? {
    guard let count = count(limit: limit), let raw = raw(count) else { return nil }
    return String(validating: raw, as: UTF8.self)
  }

  mutating func runs(_ count: Int) -> [Int64]? {
    var numbers: [Int64] = []
    while numbers.count < count {
      guard let run = self.count(limit: count - numbers.count), run > 0, let raw = number()
      else { return nil }
      let value = Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
      numbers.append(contentsOf: repeatElement(value, count: run))
    }
    return numbers
  }
}

/// FNV-1a (Fowler, Noll, Vo 1991): tells damage, not malice.
func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return value
}

/// A recursive-descent reader of JSON that keeps count of lines, columns, depth and values.
///
/// The bytes must be UTF-8. Columns are counted along with the reading, so that a long line costs
/// no more than a short one.
struct JSONReader {
  let bytes: [UInt8]
  let file: String
  let limits: SourceLimits
  /// The next byte to read.
  var at = 0
  private var line = 1
  private var column = 1
  /// The byte that `line` and `column` belong to; never beyond `at`.
  private var counted = 0
  private var depth = 0
  private var nodes = 0

  init(_ bytes: [UInt8], file: String, limits: SourceLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  /// The one value of the text with nothing but blanks around it.
  mutating func document() throws(SourceFailure) -> SourceNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw failure("the text begins with a byte order mark", hint: "save it without one")
    }
    skipBlanks()
    let node = try value()
    skipBlanks()
    guard at == bytes.count else {
      throw failure("something follows the end of the JSON value", hint: "remove it")
    }
    return node
  }

  /// The next byte; 0, which is legal nowhere outside strings, at the end.
  var current: UInt8 { at < bytes.count ? bytes[at] : 0 }

  /// Line and column of the next byte.
  mutating func position() -> SourcePosition {
    while counted < at {
      let byte = bytes[counted]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      counted += 1
    }
    return SourcePosition(line: line, column: column)
  }

  /// A failure at the next byte.
  mutating func failure(_ message: String, hint: String = "") -> SourceFailure {
    SourceFailure([Diagnostic(file: file, position: position(), message: message, hint: hint)])
  }

  private mutating func value() throws(SourceFailure) -> SourceNode {
    let place = position()
    nodes += 1
    guard nodes <= limits.nodes else {
      throw failure("the file has more than \(limits.nodes) values", hint: "split it")
    }
    switch current {
    case UInt8(ascii: "{"): return SourceNode(try object(), at: place)
    case UInt8(ascii: "["): return SourceNode(try array(), at: place)
    case UInt8(ascii: "\""): return SourceNode(.string(try string()), at: place)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return SourceNode(try number(), at: place)
    case UInt8(ascii: "t"): return SourceNode(try word("true", .bool(true)), at: place)
    case UInt8(ascii: "f"): return SourceNode(try word("false", .bool(false)), at: place)
    case UInt8(ascii: "n"): return SourceNode(try word("null", .null), at: place)
    default:
      throw failure(at < bytes.count ? "no JSON value begins here" : "the file ends too early")
    }
  }

  private mutating func object() throws(SourceFailure) -> SourceNode.Value {
    try enter()
    var pairs: [SourceNode.Pair] = []
    var keys = JSONKeys()
    skipBlanks()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return .mapping(pairs)
    }
    while true {
      let place = position()
      guard current == UInt8(ascii: "\"") else { throw failure("a key in quotes must stand here") }
      let key = try string()
      guard keys.insert(key, among: pairs) else {
        throw SourceFailure([
          Diagnostic(
            file: file, position: place, message: "the key '\(key.prefix(60))' stands twice",
            hint: "remove one")
        ])
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon must stand here") }
      skipBlanks()
      pairs.append(SourceNode.Pair(key: key, keyPosition: place, value: try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or '}' must stand here") }
      skipBlanks()
    }
    depth -= 1
    return .mapping(pairs)
  }

  private mutating func array() throws(SourceFailure) -> SourceNode.Value {
    try enter()
    var items: [SourceNode] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return .sequence(items)
    }
    while true {
      items.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { break }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or ']' must stand here") }
      skipBlanks()
    }
    depth -= 1
    return .sequence(items)
  }

  /// Steps into an object or a list.
  private mutating func enter() throws(SourceFailure) {
    depth += 1
    guard depth <= limits.depth else {
      throw failure("lists and objects are nested more than \(limits.depth) deep")
    }
    at += 1
  }

  private mutating func word(
    _ word: StaticString, _ value: SourceNode.Value
  ) throws(SourceFailure) -> SourceNode.Value {
    let length = word.utf8CodeUnitCount
    let isThere =
      at + length <= bytes.count
      && word.withUTF8Buffer { letters in
        letters.indices.allSatisfy { bytes[at + $0] == letters[$0] }
      }
    guard isThere else { throw failure("no JSON value begins here", hint: "'\(word)' was meant?") }
    at += length
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): at += 1
      default: return
      }
    }
  }
}

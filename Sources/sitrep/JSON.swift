/// A JSON document with its keys in the order in which they were put: same values, same bytes.
indirect enum JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  case null
  case bool(Bool)
  case integer(Int64)
  /// A seed: 64 bits without a sign.
  case unsigned(UInt64)
  /// At most 6 decimals, never an exponent.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { ($0.0, $0.1) })
  }

  /// A whole number.
  static func count(_ value: some BinaryInteger) -> JSON { .integer(Int64(value)) }
  /// Text, or null where there is none.
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// The document as text, indented by two spaces.
  var text: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += Self.decimal(value)
    case .string(let value): Self.write(quoted: value, to: &text)
    case .array(let elements):
      Self.write(elements.map { ("", $0) }, "[", "]", to: &text, indentation)
    case .object(let pairs):
      Self.write(pairs.map { ($0.key, $0.value) }, "{", "}", to: &text, indentation)
    }
  }

  private static func write(
    _ elements: [(String, JSON)], _ open: String, _ close: String, to text: inout String,
    _ indentation: Int
  ) {
    guard !elements.isEmpty else {
      text += open + close
      return
    }
    let inner = String(repeating: " ", count: indentation + 2)
    text += open
    for (index, element) in elements.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += inner
      if open == "{" {
        write(quoted: element.0, to: &text)
        text += ": "
      }
      element.1.write(to: &text, indentation: indentation + 2)
    }
    text += "\n" + String(repeating: " ", count: indentation) + close
  }

  private static func write(quoted value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where scalar.value < 32:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// A number with at most 6 decimals; values that are no number or too large become 0 or null.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "null" }
    let scaled = Int64((abs(value) * 1_000_000).rounded())
    var fraction = String(scaled % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + String(scaled / 1_000_000) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

import Simulation
import SourceText

extension SourceDecoder {
  /// A word for order lines and JSON: small letters, digits, `-` and `_`, 1…24 of them.
  ///
  /// A whole number is taken as its digits, so that `id: 1` needs no quotes.
  func identifier(_ node: SourceNode?, what: String) -> String? {
    guard let node else { return nil }
    let text: String
    switch node.value {
    case .string(let word): text = word
    case .integer(let number) where number >= 0: text = "\(number)"
    default:
      error("\(what) must be a word, not \(node.kindForPeople)", at: node)
      return nil
    }
    let isLegal = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
    guard isLegal, (1...24).contains(text.utf8.count) else {
      error(
        "\(what) is '\(text.prefix(40))'",
        hint: "1 to 24 small letters, digits, '-' and '_' are allowed", at: node)
      return nil
    }
    return text
  }

  /// A band `[low, high]`, or one value for both.
  func band(
    _ node: SourceNode?, in range: ClosedRange<Int64>, what: String
  ) -> ClosedRange<Int32>? {
    band(node, what: what) { integer($0, in: range, what: what).map { Int32($0) } }
  }

  /// A band of times `[+HH:MM, +HH:MM]`, or one time for both.
  func times(_ node: SourceNode?, what: String) -> ClosedRange<Int32>? {
    band(node, what: what) { time($0, what: what) }
  }

  /// Minutes after the start, written `+HH:MM`.
  func time(_ node: SourceNode?, what: String) -> Int32? {
    guard let node else { return nil }
    guard case .string(let text) = node.value, let minutes = ClockText.minutes(text),
      text.hasPrefix("+"), Limits.minutes.contains(Int64(minutes))
    else {
      error(
        "\(what) must be a time after the start, not \(node.kindForPeople)",
        hint: "write +HH:MM, as +06:30; at most 30 days", at: node)
      return nil
    }
    return minutes
  }

  private func band(
    _ node: SourceNode?, what: String, read: (SourceNode) -> Int32?
  ) -> ClosedRange<Int32>? {
    guard let node else { return nil }
    guard case .sequence(let items) = node.value else { return read(node).map { $0...$0 } }
    guard items.count == 2 else {
      error("\(what) has \(items.count) values", hint: "write [low, high]", at: node)
      return nil
    }
    guard let low = read(items[0]), let high = read(items[1]) else { return nil }
    guard low <= high else {
      error("\(what) begins after it ends", hint: "write the lower value first", at: node)
      return nil
    }
    return low...high
  }
}

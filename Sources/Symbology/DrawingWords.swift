/// The words of one instruction of the drawing language, with the column where each starts.
///
/// Words are parted by spaces; text in double quotes is one word.
struct DrawingWords {
  /// A word.
  struct Word {
    /// Its text, without quotes.
    var text: String
    /// Scalars before it in the instruction.
    var offset: Int
    /// Whether it stood in quotes.
    var isQuoted: Bool
  }

  private var words: [Word] = []
  private var next = 0
  private let end: Int

  /// The words of an instruction.
  init(_ instruction: String) {
    var text = ""
    var start = 0
    var quoted = false
    var offset = 0
    for scalar in instruction.unicodeScalars {
      if scalar == "\"" {
        if quoted { words.append(Word(text: text, offset: start, isQuoted: true)) }
        quoted.toggle()
        text = ""
        start = offset
      } else if scalar == " " && !quoted {
        if !text.isEmpty { words.append(Word(text: text, offset: start, isQuoted: false)) }
        text = ""
      } else {
        if text.isEmpty && !quoted { start = offset }
        text.unicodeScalars.append(scalar)
      }
      offset += 1
    }
    if !text.isEmpty { words.append(Word(text: text, offset: start, isQuoted: false)) }
    end = offset
  }

  /// The next word, not taken; nil at the end.
  var peek: Word? { next < words.count ? words[next] : nil }

  /// Where the next word starts, or the instruction's end.
  var offset: Int { peek?.offset ?? end }

  /// Takes the next word.
  mutating func take() -> Word? {
    defer { if next < words.count { next += 1 } }
    return peek
  }

  /// Takes the next word if it is this one.
  mutating func take(_ text: String) -> Bool {
    guard let word = peek, !word.isQuoted, word.text == text else { return false }
    next += 1
    return true
  }

  /// Takes the next word as a number within ±1000.
  mutating func number(_ what: String) throws(DrawingError) -> Double {
    guard let word = peek, !word.isQuoted, let value = Double(word.text), value.magnitude <= 1000
    else {
      throw DrawingError(
        offset: offset, message: "\(what) is missing or no number",
        hint: "a number from -1000 to 1000")
    }
    next += 1
    return value
  }
}

/// An instruction of the drawing language is wrong.
struct DrawingError: Error {
  /// Scalars before the wrong word.
  var offset: Int
  /// What is wrong.
  var message: String
  /// What would be right.
  var hint: String
}

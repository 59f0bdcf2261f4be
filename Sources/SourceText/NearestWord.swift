/// Finds the word that was meant.
public enum NearestWord {
  /// The word nearest to `text`, or nil where none is near enough: at most two slips, or a third of
  /// the letters in longer words. Among equals the first wins.
  public static func find(_ text: String, among words: [String]) -> String? {
    let wanted = letters(text)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (word: String, slips: Int)?
    for word in words {
      let candidate = letters(word)
      let allowed = max(min(2, candidate.count / 2), max(wanted.count, candidate.count) / 3)
      guard candidate.count <= 64, abs(candidate.count - wanted.count) <= allowed else { continue }
      let slips = distance(wanted, candidate)
      if slips <= allowed, slips < best?.slips ?? .max { best = (word, slips) }
    }
    return best?.word
  }

  /// `did you mean 'x'?`, or the choices where none is near and there are few, or nothing.
  public static func hint(for text: String, among words: [String]) -> String {
    if let word = find(text, among: words) { return "did you mean '\(word)'?" }
    guard !words.isEmpty, words.count <= 16 else { return "" }
    return "known are: \(words.joined(separator: ", "))"
  }

  private static func letters(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }

  /// Insertions, deletions, changes and swaps of neighbours (Damerau 1964, Levenshtein 1966, in the
  /// form that edits no part twice).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        let change = last[j] + (a[i] == b[j] ? 0 : 1)
        var slips = min(row[j] + 1, last[j + 1] + 1, change)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          slips = min(slips, beforeLast[j - 1] + 1)
        }
        row.append(slips)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

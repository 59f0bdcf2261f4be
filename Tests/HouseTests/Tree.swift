import Foundation

/// The project's files as text, for the tests of the house.
enum Tree {
  /// A function as the scanner sees it.
  struct Function {
    var name: String
    var line: Int
    var length: Int
    /// Its body is a table or one exhaustive switch and says so in a comment before it.
    var isTable: Bool
  }

  /// The project's root.
  static let root: String = {
    var path = URL(fileURLWithPath: #filePath)
    while path.path != "/" {
      path.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: path.appendingPathComponent("Package.swift").path) {
        return path.path
      }
    }
    return "."
  }()

  static func swiftFiles(under folder: String) throws -> [String] {
    let base = root + "/" + folder
    guard let names = FileManager.default.enumerator(atPath: base) else { return [] }
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .map { folder + "/" + $0 }
  }

  static func lines(of file: String) throws -> [String] {
    let text = try String(contentsOfFile: root + "/" + file, encoding: .utf8)
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The module that a line imports, nil if it imports none.
  static func importedModule(_ line: String) -> String? {
    var words = code(of: line).split(separator: " ").map(String.init)
    while let first = words.first,
      first.hasPrefix("@")
        || ["public", "internal", "private", "package", "fileprivate"].contains(first)
    { words.removeFirst() }
    guard words.first == "import" else { return nil }
    words.removeFirst()
    let kinds = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
    if let first = words.first, kinds.contains(first) { words.removeFirst() }
    return words.first.map { String($0.split(separator: ".")[0]) }
  }

  /// The line without its comment; text in quotes is kept.
  static func code(of line: String) -> String {
    guard let mark = line.range(of: "//") else { return line }
    let before = line[..<mark.lowerBound]
    return before.filter { $0 == "\"" }.count.isMultiple(of: 2) ? String(before) : line
  }

  /// Whether a mark stands in a line; a mark of letters counts as a whole word alone.
  static func has(_ mark: String, in line: String) -> Bool {
    guard mark.allSatisfy(\.isLetter) else { return line.contains(mark) }
    return line.split { !$0.isLetter }.contains { $0 == mark }
  }

  /// Functions by indentation: the formatter guarantees that a body ends at its header's column.
  static func functions(in lines: [String]) -> [Function] {
    var found: [Function] = []
    for (index, line) in lines.enumerated() {
      let trimmed = code(of: line).trimmingCharacters(in: .whitespaces)
      let words = trimmed.split(separator: " ").map(String.init)
      let isFunction =
        words.contains("func") || words.contains { $0.hasPrefix("init(") }
        || words.contains { $0.hasPrefix("init?(") }
      guard isFunction, !trimmed.hasPrefix("case"), !trimmed.hasPrefix("return"),
        !trimmed.hasPrefix("self."), !trimmed.contains(".init(")
      else { continue }
      let indentation = line.prefix { $0 == " " }
      var end = index
      while end < lines.count {
        if end > index, lines[end] == indentation + "}" { break }
        if end == index, trimmed.hasSuffix("}") { break }
        if end > index, !lines[end].isEmpty,
          lines[end].prefix(while: { $0 == " " }).count
            < indentation.count
        {
          break
        }
        end += 1
      }
      let before = lines[max(0, index - 6)..<index].joined()
      found.append(
        Function(
          name: trimmed, line: index + 1, length: end - index + 1,
          isTable: before.contains("table") || before.contains("exhaustive switch")))
    }
    return found
  }
}

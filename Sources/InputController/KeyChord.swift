public import Screen

/// A key with the keys held beside it.
public struct KeyChord: Hashable, Sendable {
  /// The key.
  public var key: Key
  /// What is held beside it.
  public var modifiers: Modifiers

  /// A chord.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A chord from its text: `M`, `Ctrl+G`, `Shift+Tab`, `F11`, `+`; nil for anything else.
  public init?(_ text: String) {
    var modifiers: Modifiers = []
    var rest = Substring(text)
    let prefixes: [(String, Modifiers)] = [
      ("ctrl+", .control), ("shift+", .shift), ("alt+", .alt),
    ]
    while let found = prefixes.first(where: { rest.lowercased().hasPrefix($0.0) }) {
      modifiers.insert(found.1)
      rest = rest.dropFirst(found.0.count)
    }
    guard let key = Self.key(named: rest.lowercased()) else { return nil }
    self.init(key, modifiers)
  }

  /// The text that `init(_:)` reads: `Ctrl+G`.
  public var text: String {
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl+" }
    if modifiers.contains(.alt) { text += "Alt+" }
    if modifiers.contains(.shift) { text += "Shift+" }
    switch key {
    case .character(let character): return text + character.uppercased()
    case .function(let number): return text + "F\(number)"
    default: return text + (Self.named.first { $0.key == key }?.name ?? "")
    }
  }

  private static let named: [(name: String, key: Key)] = [
    ("Esc", .escape), ("Enter", .enter), ("Space", .space), ("Tab", .tab),
    ("Backspace", .backspace), ("Delete", .delete), ("Home", .home), ("End", .end),
    ("PageUp", .pageUp), ("PageDown", .pageDown), ("Left", .left), ("Right", .right),
    ("Up", .up), ("Down", .down),
  ]

  private static func key(named name: String) -> Key? {
    if let found = named.first(where: { $0.name.lowercased() == name }) { return found.key }
    if name.count == 1, let character = name.first { return .character(character) }
    if name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return nil
  }
}

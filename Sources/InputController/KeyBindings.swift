public import MapTable
public import Screen
import Simulation
public import SourceText

/// Which keys do what.
public struct KeyBindings: Sendable, Equatable {
  /// The keys of each command, first things first.
  public private(set) var chords: [Command: [KeyChord]] = [:]
  private var commands: [KeyChord: Command] = [:]

  /// The standard set.
  public static let standard = KeyBindings()

  private init() {
    for row in CommandRow.all { bind(row.command, to: row.keys.compactMap(KeyChord.init)) }
  }

  /// What a key does with the keys held beside it; `isQueued` says that Shift asks to queue an
  /// order.
  public func command(for key: Key, _ modifiers: Modifiers) -> (command: Command, isQueued: Bool)? {
    if let exact = commands[KeyChord(key, modifiers)] { return (exact, false) }
    guard modifiers.contains(.shift) else { return nil }
    let plain = modifiers.subtracting(.shift)
    // On most layouts Shift is part of writing `?` or `+`.
    if case .character("/") = key, let help = commands[KeyChord(.character("?"), plain)] {
      return (help, false)
    }
    guard let command = commands[KeyChord(key, plain)] else { return nil }
    if case .order(let kind) = command { return kind.isTask ? (command, true) : nil }
    if case .character(let character) = key, !character.isLetter { return (command, false) }
    return nil
  }

  /// The standard set with the changes of a settings file: a mapping of command words to a key or a
  /// list of keys. What is wrong is noted in `decoder`, and the standard keys stay in its place.
  public static func parse(_ node: SourceNode, _ decoder: SourceDecoder) -> KeyBindings {
    var bindings = standard
    let words = CommandRow.all.map(\.word)
    guard decoder.mapping(node, known: words, required: [], what: "key bindings") else {
      return bindings
    }
    var changes: [(row: CommandRow, chords: [KeyChord], node: SourceNode)] = []
    for row in CommandRow.all {
      guard let value = node[row.word], let chords = chords(in: value, decoder) else { continue }
      changes.append((row, chords, value))
    }
    // All old keys are let go first, so that two commands can trade theirs.
    for change in changes { bindings.unbind(change.row.command) }
    for change in changes {
      if let (chord, other) = bindings.conflict(of: change.row.command, with: change.chords) {
        let name = CommandRow.all.first { $0.command == other }?.word ?? ""
        decoder.error(
          "\(chord.text) is already bound to \(name)", hint: "give \(name) another key too",
          at: change.node)
        let free = change.row.keys.compactMap(KeyChord.init).filter {
          bindings.conflict(of: change.row.command, with: [$0]) == nil
        }
        bindings.bind(change.row.command, to: free)
      } else {
        bindings.bind(change.row.command, to: change.chords)
      }
    }
    return bindings
  }

  /// The lines of the help in order.
  public var help: [HelpRow] {
    var rows = Self.mouseRows
    for row in CommandRow.all {
      guard let chords = chords[row.command], !chords.isEmpty else { continue }
      if row.section == "Places" {
        continue
      }
      let keys = chords.map(\.text).joined(separator: " ")
      var order: HelpRow?
      if case .order(let kind) = row.command {
        order = HelpRow(section: row.section, keys: keys, name: row.name, order: kind)
      }
      rows.append(order ?? HelpRow(section: row.section, keys: keys, name: row.name))
    }
    rows.append(HelpRow(section: "Places", keys: "Ctrl+1…9", name: "Keep this place"))
    rows.append(HelpRow(section: "Places", keys: "Alt+1…9", name: "Go back to it"))
    return rows
  }

  private static let mouseRows = [
    HelpRow(section: "Mouse", keys: "Click", name: "Select; with Ctrl add"),
    HelpRow(section: "Mouse", keys: "Double click", name: "Whole formation"),
    HelpRow(section: "Mouse", keys: "Shift+drag", name: "Select in a box"),
    HelpRow(section: "Mouse", keys: "Right click", name: "Sensible order; Shift: waypoint"),
    HelpRow(section: "Mouse", keys: "Drag", name: "Move the map"),
    HelpRow(section: "Mouse", keys: "Wheel", name: "Zoom about the pointer"),
    HelpRow(section: "Mouse", keys: "Alt+click", name: "Clock waits for that unit"),
    HelpRow(section: "Giving", keys: "Shift+order", name: "After what it does now"),
    HelpRow(section: "Giving", keys: "Shift+click Enter", name: "Waypoint of the armed order"),
  ]

  private mutating func bind(_ command: Command, to keys: [KeyChord]) {
    chords[command] = keys
    for key in keys { commands[key] = command }
  }

  private mutating func unbind(_ command: Command) {
    for key in chords[command] ?? [] { commands[key] = nil }
    chords[command] = []
  }

  /// The first key that is taken already. An order takes its key with Shift too.
  private func conflict(
    of command: Command, with keys: [KeyChord]
  ) -> (chord: KeyChord, other: Command)? {
    for key in keys {
      if let other = commands[key], other != command { return (key, other) }
      let shifted = KeyChord(key.key, key.modifiers.union(.shift))
      if case .order(let kind) = command, kind.isTask, let other = commands[shifted],
        other != command
      {
        return (shifted, other)
      }
      let plain = KeyChord(key.key, key.modifiers.subtracting(.shift))
      if key.modifiers.contains(.shift), let other = commands[plain], other != command,
        case .order(let kind) = other, kind.isTask
      {
        return (key, other)
      }
    }
    return nil
  }

  private static func chords(in node: SourceNode, _ decoder: SourceDecoder) -> [KeyChord]? {
    let items: [SourceNode]
    if case .sequence(let nodes) = node.value { items = nodes } else { items = [node] }
    var chords: [KeyChord] = []
    for item in items {
      guard let text = text(of: item), let chord = KeyChord(text) else {
        decoder.error(
          "this is no key", hint: "keys are written like M, Ctrl+G, Shift+Tab, F11 or Space",
          at: item)
        return nil
      }
      chords.append(chord)
    }
    return chords
  }

  /// A digit alone is read as a number by YAML.
  private static func text(of node: SourceNode) -> String? {
    switch node.value {
    case .string(let text): text
    case .integer(let number) where (0...9).contains(number): "\(number)"
    case .bool(let value): value ? "Y" : "N"
    default: nil
    }
  }
}

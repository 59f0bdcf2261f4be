public import MapTable
public import Screen
public import SourceText

/// What a person has set once and for all: a file that bad lines cannot break, since each that is
/// wrong is reported and its default stands.
public struct Settings: Sendable, Equatable {
  /// The colours of the map's counters and lines.
  public enum Palette: String, Sendable, CaseIterable {
    /// The standard's.
    case standard
    /// Apart for eyes that do not tell red from green.
    case colorBlind = "color_blind"
  }

  /// Where the window stood and how large it was, in points of the desktop.
  public struct WindowPlace: Sendable, Equatable {
    /// Its upper left corner; nil to leave the place to the desktop.
    public var position: Point?
    /// Its size.
    public var size: Size
    /// Whether it filled the screen.
    public var isFullScreen: Bool
    /// A place.
    public init(position: Point? = nil, size: Size, isFullScreen: Bool = false) {
      self.position = position
      self.size = size
      self.isFullScreen = isFullScreen
    }
  }

  /// The map's colours; nil for what the command line or the default says.
  public var theme: ViewState.Theme?
  /// The palette.
  public var palette: Palette
  /// Text beside its ordinary size, in percent: 75…200.
  public var textScalePercent: Int
  /// Counter height in points: 16…64; nil for the ordinary one.
  public var counterSize: Int?
  /// Whether the map dims with the night.
  public var dimsAtNight: Bool
  /// How much the clock heeds the news; nil for what the way of playing suggests.
  public var alerts: AlertPreset?
  /// What the clock does otherwise than that, by kind of news.
  public var alertChanges: [AlertKind: AlertReaction]
  /// Keys.
  public var bindings: KeyBindings
  /// Where the window was; nil before the first time.
  public var window: WindowPlace?

  /// The defaults.
  public init() {
    theme = nil
    palette = .standard
    textScalePercent = 100
    counterSize = nil
    dimsAtNight = true
    alerts = nil
    alertChanges = [:]
    bindings = .standard
    window = nil
  }

  /// The largest settings file that is read.
  public static let limits = SourceLimits(bytes: 256 << 10, nodes: 5000)

  /// Settings from a file's bytes, with everything that is wrong in it; never fails.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) -> (settings: Settings, diagnostics: [Diagnostic]) {
    var settings = Settings()
    let decoder = SourceDecoder(file: file)
    do throws(SourceFailure) {
      let root = try SourceReader.yaml(bytes, file: file, limits: limits)
      if case .null = root.value { return (settings, []) }
      settings.take(root, decoder)
      return (settings, decoder.diagnostics)
    } catch {
      return (settings, error.diagnostics)
    }
  }

  private mutating func take(_ root: SourceNode, _ decoder: SourceDecoder) {
    let known = [
      "format", "theme", "palette", "text_scale", "counter_size", "night_dimming", "alerts", "keys",
      "window",
    ]
    // Wrong keys are noted; the right ones beside them count all the same.
    _ = decoder.mapping(root, known: known, what: "the settings")
    guard case .mapping = root.value else { return }
    if let node = root["format"] { _ = decoder.integer(node, in: 1...1, what: "the format") }
    if let node = root["theme"] {
      theme =
        decoder.word(
          node, of: ViewState.Theme.allCases.map { ($0.rawValue, $0) }, what: "the theme")
    }
    if let node = root["palette"] {
      palette =
        decoder.word(node, of: Palette.allCases.map { ($0.rawValue, $0) }, what: "the palette")
        ?? palette
    }
    if let node = root["text_scale"] {
      textScalePercent =
        decoder.integer(node, in: 75...200, what: "the text scale in percent").map { Int($0) }
        ?? textScalePercent
    }
    if let node = root["counter_size"] {
      counterSize =
        decoder.integer(node, in: 16...64, what: "the counters' height in points").map { Int($0) }
    }
    if let node = root["night_dimming"] {
      dimsAtNight = decoder.bool(node, what: "night dimming") ?? true
    }
    if let node = root["alerts"] { takeAlerts(node, decoder) }
    if let node = root["keys"] { bindings = KeyBindings.parse(node, decoder) }
    if let node = root["window"] { window = place(node, decoder) }
  }

  private mutating func takeAlerts(_ node: SourceNode, _ decoder: SourceDecoder) {
    let kinds = AlertKind.allCases.map(\.rawValue)
    guard decoder.mapping(node, known: ["preset"] + kinds, what: "the alerts") else { return }
    if let preset = node["preset"] {
      alerts = decoder.word(
        preset, of: AlertPreset.allCases.map { ($0.rawValue, $0) }, what: "the preset")
    }
    for kind in AlertKind.allCases {
      guard let word = node[kind.rawValue] else { continue }
      alertChanges[kind] = decoder.word(
        word, of: AlertReaction.allCases.map { ($0.rawValue, $0) },
        what: "what the clock does at \(kind.rawValue)")
    }
  }

  private func place(_ node: SourceNode, _ decoder: SourceDecoder) -> WindowPlace? {
    guard
      decoder.mapping(
        node, known: ["x", "y", "width", "height", "full_screen"], required: ["width", "height"],
        what: "the window"),
      let width = decoder.integer(node["width"], in: 320...16_384, what: "the width"),
      let height = decoder.integer(node["height"], in: 240...16_384, what: "the height")
    else { return nil }
    var place = WindowPlace(size: Size(Double(width), Double(height)))
    let desk: ClosedRange<Int64> = -32_768...32_768
    if node["x"] != nil || node["y"] != nil,
      let x = decoder.integer(node["x"], in: desk, what: "the window's x"),
      let y = decoder.integer(node["y"], in: desk, what: "the window's y")
    {
      place.position = Point(Double(x), Double(y))
    }
    if let full = node["full_screen"] {
      place.isFullScreen = decoder.bool(full, what: "full screen") ?? false
    }
    return place
  }

  /// The file's text: only what is not as it is by default, and every key that was changed.
  public var text: String {
    var text = "format: 1\n"
    if let theme { text += "theme: \(theme.rawValue)\n" }
    if palette != .standard { text += "palette: \(palette.rawValue)\n" }
    if textScalePercent != 100 { text += "text_scale: \(textScalePercent)\n" }
    if let counterSize { text += "counter_size: \(counterSize)\n" }
    if !dimsAtNight { text += "night_dimming: false\n" }
    if alerts != nil || !alertChanges.isEmpty {
      text += "alerts:\n"
      if let alerts { text += "  preset: \(alerts.rawValue)\n" }
      for kind in AlertKind.allCases {
        if let reaction = alertChanges[kind] {
          text += "  \(kind.rawValue): \(reaction.rawValue)\n"
        }
      }
    }
    if let window {
      text += "window:\n"
      if let position = window.position {
        text += "  x: \(Int(position.x.rounded()))\n  y: \(Int(position.y.rounded()))\n"
      }
      text += "  width: \(Int(window.size.width.rounded()))\n"
      text += "  height: \(Int(window.size.height.rounded()))\n"
      if window.isFullScreen { text += "  full_screen: true\n" }
    }
    let changed = CommandRow.all.filter {
      bindings.chords[$0.command] != KeyBindings.standard.chords[$0.command]
    }
    guard !changed.isEmpty else { return text }
    text += "keys:\n"
    for row in changed {
      let keys = (bindings.chords[row.command] ?? []).map { "\"\(quoted($0.text))\"" }
      text += "  \(row.word): [\(keys.joined(separator: ", "))]\n"
    }
    return text
  }

  private func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}

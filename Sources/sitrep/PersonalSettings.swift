import InputController
import MapTable
import Platform
import Screen
import SourceText

/// The person's settings: read at the start, written whole when something of them changes.
///
/// Whatever is wrong in the file is told on standard error, and its default stands; nothing in it
/// stops the start.
struct PersonalSettings {
  /// The settings as they are now.
  private(set) var settings: Settings
  private let path: String
  private var written: Settings
  private var hasMistakes = false
  private var hasFailed = false
  private var size: Size?
  private var wasFullScreen = false
  private var looks: Looks?

  /// Reads the person's file.
  static func load(_ path: String = UserFolder.settings) -> PersonalSettings {
    var personal = PersonalSettings(Settings(), path: path)
    guard SourceFile.exists(path) else { return personal }
    var mistakes: [Diagnostic] = []
    do throws(SourceFailure) {
      let bytes = try SourceFile.read(path, limits: Settings.limits)
      (personal.settings, mistakes) = Settings.parse(bytes, file: path)
    } catch {
      mistakes = error.diagnostics
    }
    for mistake in mistakes { Console.error(mistake.text) }
    personal.written = personal.settings
    personal.hasMistakes = !mistakes.isEmpty
    return personal
  }

  private init(_ settings: Settings, path: String) {
    self.settings = settings
    self.path = path
    written = settings
  }

  /// Puts the settings into a first view.
  func apply(to view: inout ViewState) {
    view.theme = settings.theme ?? view.theme
    view.textScalePercent = settings.textScalePercent
    view.usesSafePalette = settings.palette == .colorBlind
    view.dimsAtNight = settings.dimsAtNight
    if let preset = settings.alerts { view.watch.preset = preset }
    view.watch.changes = settings.alertChanges
    if let size = settings.counterSize { view.counterSize = Double(size) }
  }

  /// Notes how a view looks at the start: only what the person changes from there on is kept, and
  /// not what the command line said for once.
  mutating func note(_ view: ViewState, windowScale: Double) {
    looks = Looks(view)
    size = Self.points(view.camera.size, windowScale)
    wasFullScreen = view.isFullScreen
  }

  /// Takes over what the person has changed, and writes it; with `window` the window's place and
  /// size too. A disk that has refused once is not asked again.
  mutating func keep(_ view: ViewState, window: WindowState?) throws(PlatformError) {
    let now = Looks(view)
    if now != looks {
      if now.theme != looks?.theme { settings.theme = now.theme }
      if now.textScale != looks?.textScale { settings.textScalePercent = now.textScale }
      if now.isSafe != looks?.isSafe { settings.palette = now.isSafe ? .colorBlind : .standard }
      if now.dims != looks?.dims { settings.dimsAtNight = now.dims }
      if now.alerts != looks?.alerts { settings.alerts = now.alerts }
      if now.alertChanges != looks?.alertChanges { settings.alertChanges = now.alertChanges }
      if now.counters != looks?.counters { settings.counterSize = Int(now.counters) }
      looks = now
    }
    if let window { keep(view, window) }
    guard settings != written, !hasFailed else { return }
    written = settings
    do throws(PlatformError) {
      try write()
    } catch {
      hasFailed = true
      throw error
    }
  }

  /// Takes over how the window was left; one that was opened by the command line's size and that
  /// nobody has resized leaves no trace.
  private mutating func keep(_ view: ViewState, _ window: WindowState) {
    if view.isFullScreen != wasFullScreen {
      if settings.window == nil { settings.window = .init(size: Size(1280, 800)) }
      settings.window?.isFullScreen = view.isFullScreen
      wasFullScreen = view.isFullScreen
    }
    guard !view.isFullScreen else { return }
    let points = Self.points(view.camera.size, window.scale)
    let fits = (320...16_384).contains(points.width) && (240...16_384).contains(points.height)
    let isMoved = window.position != window.positionAtStart
    guard fits, points != size || isMoved else { return }
    settings.window = .init(size: points)
    if (-32_768...32_768).contains(window.position.x),
      (-32_768...32_768).contains(window.position.y)
    {
      settings.window?.position = window.position
    }
  }

  private mutating func write() throws(PlatformError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do {
      try UserFolder.make(folder)
      // What could not be read is the person's own work: it is not lost with the first change.
      if hasMistakes, let old = try? SourceFile.read(path, limits: Settings.limits) {
        try DataFile.write(old, to: "\(path).old")
        hasMistakes = false
      }
    } catch let failure as Failure {
      throw PlatformError(.disk, failure.message)
    } catch let error as PlatformError {
      throw error
    } catch {
      throw PlatformError(.disk, "\(error)")
    }
    try DataFile.write(Array(settings.text.utf8), to: path)
  }

  private static func points(_ pixels: Size, _ scale: Double) -> Size {
    let scale = scale > 0 ? scale : 1
    return Size((pixels.width / scale).rounded(), (pixels.height / scale).rounded())
  }

  /// A window as it is left.
  struct WindowState {
    /// Pixels a point.
    var scale: Double
    /// Its upper left corner in points of the desktop, now and when it was opened.
    var position: Point
    /// See `position`.
    var positionAtStart: Point
  }

  /// What of a view the settings hold.
  private struct Looks: Equatable {
    var theme: ViewState.Theme
    var textScale: Int
    var isSafe: Bool
    var dims: Bool
    var counters: Double
    var alerts: AlertPreset
    var alertChanges: [AlertKind: AlertReaction]

    init(_ view: ViewState) {
      theme = view.theme
      textScale = view.textScalePercent
      isSafe = view.usesSafePalette
      dims = view.dimsAtNight
      counters = view.counterSize.rounded()
      alerts = view.watch.preset
      alertChanges = view.watch.changes
    }
  }
}

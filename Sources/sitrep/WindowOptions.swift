import ArgumentParser
import Geography
import InputController
import MapTable
import Platform
import Publishing
import Screen
import ScenarioFormat
import Session
import Simulation

/// The options of every command that opens a window.
struct WindowOptions: ParsableArguments {
  @Option(help: "The window's size, WxH; as the person left it, else 1280x800.")
  var size: String?

  @Option(help: "The place in the middle: LON,LAT in degrees.")
  var center: String?

  @Option(help: "The scale, 1:N.")
  var scale: String?

  @Option(help: "The map's colours; as the person left them, else day.")
  var theme: ThemeOption?

  @Option(help: "Memory for map tiles in megabytes.")
  var tileCache = 256

  @Option(help: "How the window shows its picture.")
  var renderer: RendererOption = .auto

  /// How the window shows its picture: the picture itself is always our own.
  enum RendererOption: String, ExpressibleByArgument, CaseIterable { case auto, software }

  func validate() throws {
    guard (16...8192).contains(tileCache) else {
      throw ValidationError("--tile-cache takes a number from 16 to 8192.")
    }
  }

  /// Complains of what makes no sense before anything is loaded or shown.
  func check() throws {
    if let size { _ = try Program.size(size) }
    if center != nil || scale != nil { _ = try Program.center(center, scale: scale) }
  }

  /// Opens the window. Done before anything is written: where there is no display, nothing is left
  /// behind.
  @MainActor
  func open(_ personal: PersonalSettings) throws -> Window {
    let (width, height) = try frame(personal)
    return try Window(
      title: "Sitrep", size: Size(Double(width), Double(height)),
      position: size == nil ? personal.settings.window?.position : nil,
      fullScreen: size == nil && personal.settings.window?.isFullScreen == true,
      accelerated: renderer == .auto)
  }

  /// The window's size in points: as asked for, else as the person left it.
  func frame(_ personal: PersonalSettings) throws -> (width: Int, height: Int) {
    if let size { return try Program.size(size) }
    guard let kept = personal.settings.window?.size else { return (1280, 800) }
    return (Int(kept.width.rounded()), Int(kept.height.rounded()))
  }

  /// The first view of a battle: the place asked for, else where the fighting will be.
  func view(
    mode: ViewState.Mode, viewpoint: Viewpoint, _ source: BattleSource,
    _ personal: PersonalSettings
  ) throws -> ViewState {
    let (width, height) = try frame(personal)
    var extent = PictureRequest.Extent.theatre
    if center != nil || scale != nil {
      extent = try Program.center(center, scale: scale)
    } else if let place = Program.decisivePlace(of: source) {
      extent = .center(place, scale: 320_000)
    }
    let request = PictureRequest(width: width, height: height, extent: extent)
    var view = ViewState(
      mode: mode, viewpoint: viewpoint, camera: request.camera(on: source.scenario.theatre))
    personal.apply(to: &view)
    if let theme { view.theme = theme.theme }
    view.isFullScreen = size == nil && personal.settings.window?.isFullScreen == true
    return view
  }
}

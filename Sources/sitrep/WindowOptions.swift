import ArgumentParser
import Geography
import MapTable
import Platform
import Publishing
import Screen
import ScenarioFormat
import Session
import Simulation

/// The options of every command that opens a window.
struct WindowOptions: ParsableArguments {
  @Option(help: "The window's size, WxH.")
  var size = "1280x800"

  @Option(help: "The place in the middle: LON,LAT in degrees.")
  var center: String?

  @Option(help: "The scale, 1:N.")
  var scale: String?

  @Option(help: "The map's colours.")
  var theme: ThemeOption = .day

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

  /// Opens the window. Done before anything is written: where there is no display, nothing is left
  /// behind.
  @MainActor
  func open() throws -> Window {
    let (width, height) = try Program.size(size)
    return try Window(
      title: "Sitrep", size: Size(Double(width), Double(height)), accelerated: renderer == .auto)
  }

  /// The first view of a battle: the place asked for, else where the fighting will be.
  func view(
    mode: ViewState.Mode, viewpoint: Viewpoint, _ source: BattleSource
  ) throws -> ViewState {
    let (width, height) = try Program.size(size)
    var extent = PictureRequest.Extent.theatre
    if center != nil || scale != nil {
      extent = try Program.center(center, scale: scale)
    } else if let place = Program.decisivePlace(of: source) {
      extent = .center(place, scale: 320_000)
    }
    let request = PictureRequest(width: width, height: height, extent: extent)
    var view = ViewState(
      mode: mode, viewpoint: viewpoint, camera: request.camera(on: source.scenario.theatre))
    view.theme = theme.theme
    return view
  }
}

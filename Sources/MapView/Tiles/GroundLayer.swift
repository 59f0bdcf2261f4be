public import MapTable
public import Screen
public import Simulation

/// What lies on the relief of a view as lines and areas, one kind of thing at a time: for pictures
/// that are drawn on.
public struct GroundLayer: Sendable {
  /// What it shows, in a word.
  public let name: String
  /// The drawing, in the view's pixels.
  public let list: DrawList
}

extension MapView {
  /// The layers over the relief of a view, the lowest first; relief and layers together show what
  /// tiles show.
  public mutating func groundLayers(
    _ picture: Picture, _ view: ViewState, fonts: FontBook
  ) -> [GroundLayer] {
    let frame = MapFrame(
      picture: picture, previous: nil, fraction: 1, view: view, styles: styles, fonts: fonts,
      covered: [])
    let canvas = TileCanvas(frame, source: tileSource(view.theme))
    guard canvas.box.intersects(canvas.source.box) else { return [] }
    return canvas.layers()
  }
}

extension TileCanvas {
  /// Every layer as a list of its own, dimmed as the tiles are.
  func layers() -> [GroundLayer] {
    func layer(_ name: String, _ draw: (inout TileCanvas) -> Void) -> GroundLayer {
      var canvas = self
      draw(&canvas)
      return GroundLayer(name: name, list: canvas.sheet ?? DrawList())
    }
    func lit(_ name: String, _ draw: (inout TileCanvas) -> Void) -> GroundLayer {
      let layer = layer(name, draw)
      guard light > 0 else { return layer }
      return GroundLayer(name: name, list: layer.list.multiplied(by: tint))
    }
    return [
      lit("towns") { $0.drawFootprints() },
      lit("rivers") { $0.drawRivers() },
      lit("shores") { $0.drawShores() },
      lit("borders") { $0.drawBorders() },
      lit("roads") { $0.drawRoads() },
      lit("railways") { $0.drawRailways() },
      lit("bridges") { $0.drawBridges() },
      lit("villages") { $0.drawVillages() },
      layer("surround") { $0.drawFrame() },
    ]
  }
}

extension DrawList {
  /// The same fills and lines with every colour multiplied by another.
  fileprivate func multiplied(by tint: Color) -> DrawList {
    func lit(_ color: Color) -> Color {
      func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        UInt8(TileCanvas.product(UInt32(a), UInt32(b)))
      }
      return Color(
        product(color.red, tint.red), product(color.green, tint.green),
        product(color.blue, tint.blue), color.alpha)
    }
    var result = DrawList()
    for command in commands {
      switch command {
      case .fill(let range, let color): result.fill(path(range), lit(color))
      case .line(let range, let style, let color):
        result.line(path(range), styles[Int(style)], lit(color))
      default: result.append(command, of: self)
      }
    }
    return result
  }
}

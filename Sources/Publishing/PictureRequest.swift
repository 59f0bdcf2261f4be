public import Geography
public import MapTable
public import Screen
import Simulation

/// What picture of the map is wanted.
public struct PictureRequest: Sendable {
  /// Which ground it shows.
  public enum Extent: Sendable {
    /// The whole theatre.
    case theatre
    /// A place in the middle at a scale 1:N (96 pixels an inch at scale 1).
    case center(GeoPoint, scale: Double)
    /// A box of longitudes and latitudes, fitted whole.
    case box(west: Double, south: Double, east: Double, north: Double)
  }

  /// Pixels across and down.
  public var width: Int
  /// See `width`.
  public var height: Int
  /// Which ground.
  public var extent: Extent
  /// The map's colours.
  public var theme: ViewState.Theme
  /// Pixels a point: text and counters grow with it.
  public var scale: Double
  /// Whether a frame with title, time, credit line and grid ticks lies on it.
  public var hasFrame: Bool
  /// Whether a world file and its projection go beside the picture.
  public var hasWorldFile: Bool
  /// Whether a legend of the symbols used lies on it.
  public var hasLegend: Bool
  /// Whether the hex grid shows.
  public var showsGrid: Bool
  /// Layers that are left away.
  public var hiddenLayers: Set<MapLayer>
  /// Layers of the selection that show for every unit.
  public var layersForAll: Set<MapLayer>

  /// A request; the whole theatre by day with a frame unless told otherwise.
  public init(
    width: Int, height: Int, extent: Extent = .theatre, theme: ViewState.Theme = .day,
    scale: Double = 1, hasFrame: Bool = true, hasLegend: Bool = false,
    hasWorldFile: Bool = false, showsGrid: Bool = false, hiddenLayers: Set<MapLayer> = [],
    layersForAll: Set<MapLayer> = []
  ) {
    self.width = width
    self.height = height
    self.extent = extent
    self.theme = theme
    self.scale = scale
    self.hasFrame = hasFrame
    self.hasLegend = hasLegend
    self.hasWorldFile = hasWorldFile
    self.showsGrid = showsGrid
    self.hiddenLayers = hiddenLayers
    self.layersForAll = layersForAll
  }

  /// Pixels a point of frame and legend: on pictures smaller than a screen they shrink, so that the
  /// map keeps its room.
  var frameScale: Double {
    let points = Size(Double(width) / scale, Double(height) / scale)
    return scale * min(1, max(0.6, min(points.width / 1000, points.height / 640)))
  }

  /// The camera that shows the extent on the picture; a box is fitted into `room` of it where that
  /// is given.
  public func camera(on theatre: Theatre, within room: Rect? = nil) -> Camera {
    let size = Size(Double(width), Double(height))
    guard let room, !isCentered else { return camera(on: theatre, size) }
    var camera = camera(on: theatre, Size(room.width, room.height))
    let m = camera.metersPerPixel
    camera.center.x += (size.width / 2 - room.center.x) * m
    camera.center.y -= (size.height / 2 - room.center.y) * m
    camera.size = size
    return camera
  }

  /// Whether a place has been asked for, which lies at the picture's middle.
  private var isCentered: Bool {
    if case .center = extent { true } else { false }
  }

  private func camera(on theatre: Theatre, _ size: Size) -> Camera {
    switch extent {
    case .center(let place, let denominator):
      let p = theatre.plane(place)
      return Camera(
        center: GroundPoint(p.x, p.y), metersPerPixel: denominator * 0.0254 / 96 / scale,
        size: size)
    case .box(let west, let south, let east, let north):
      return fit(theatre, west: west, south: south, east: east, north: north, size)
    case .theatre:
      let box = theatre.box
      return fit(
        theatre, west: box.west, south: box.south, east: box.east, north: box.north, size)
    }
  }

  private func fit(
    _ theatre: Theatre, west: Double, south: Double, east: Double, north: Double, _ size: Size
  ) -> Camera {
    // The sides of the box bulge in the projection: its middles count beside its corners.
    let middle = (west + east) / 2
    let corners = [west, middle, east].flatMap { longitude in
      [south, north].map { theatre.plane(GeoPoint(longitude: longitude, latitude: $0)) }
    }
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    let left = xs.min() ?? 0
    let right = xs.max() ?? 1
    let bottom = ys.min() ?? 0
    let top = ys.max() ?? 1
    return Camera(
      center: GroundPoint((left + right) / 2, (bottom + top) / 2),
      metersPerPixel: max((right - left) / size.width, (top - bottom) / size.height), size: size)
  }
}

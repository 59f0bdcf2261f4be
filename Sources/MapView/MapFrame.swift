import Geography
import MapTable
import Screen
import Simulation

/// What one frame is drawn from, with the camera set on whole pixels so that tiles stay crisp.
struct MapFrame: Sendable {
  let picture: Picture
  let previous: Picture?
  let fraction: Double
  let view: ViewState
  let style: MapStyle
  let fonts: FontBook
  let covered: [Rect]
  /// Where scale bar and coordinates stand in a window: no name is written there either.
  var furniturePlace: Rect?
  let camera: Camera
  /// Pixels a point.
  let scale: Double
  /// The left and top pixel of the view in the lattice of pixels from the grid's origin.
  let left: Int
  let top: Int
  let type: MapFonts
  /// How dark the ground is: 0 day … 8 darkest night.
  let light: Int
  /// Whether what is drawn over the ground needs the night's inks.
  let isDark: Bool

  init(
    picture: Picture, previous: Picture?, fraction: Double, view: ViewState, styles: MapStyles,
    fonts: FontBook, covered: [Rect]
  ) {
    self.picture = picture
    self.previous = previous
    self.fraction = min(1, max(0, fraction))
    self.view = view
    light = Self.light(picture, view)
    isDark = view.theme == .night
    style = isDark ? styles.night : styles.day
    self.fonts = fonts
    self.covered = covered
    scale = max(0.5, view.scale)
    type = MapFonts(scale: max(0.5, view.scale))
    (left, top, camera) = Self.settled(view.camera)
  }

  /// A camera moved by less than a pixel, so that tiles lie on whole pixels: the view's left and
  /// top pixel in the lattice from the grid's origin, and the camera that looks so.
  static func settled(_ camera: Camera) -> (left: Int, top: Int, camera: Camera) {
    var camera = camera
    let m = camera.metersPerPixel
    let left = Int((camera.center.x / m - camera.size.width / 2).rounded())
    let top = Int((-camera.center.y / m - camera.size.height / 2).rounded())
    camera.center = GroundPoint(
      (Double(left) + camera.size.width / 2) * m, -(Double(top) + camera.size.height / 2) * m)
    return (left, top, camera)
  }

  /// How dark the ground is: 0 with the sun 3° up, 8 at 12° below; the moon takes one off.
  private static func light(_ picture: Picture, _ view: ViewState) -> Int {
    guard view.dimsAtNight, !view.hiddenLayers.contains(.light) else { return 0 }
    let below = (300 - Double(picture.sky.sunAltitudeCentidegrees)) / 1500 * 8
    let level = min(8, max(0, Int(below.rounded())))
    return level == 8 && picture.sky.light == .moonlitNight ? 7 : level
  }

  var bounds: Rect { Rect(0, 0, camera.size.width, camera.size.height) }
  var metersPerPixel: Double { camera.metersPerPixel }
  var metersPerPoint: Double { camera.metersPerPixel * scale }

  /// The ground in view, grown by `pixels`.
  func box(grownBy pixels: Double = 0) -> PlaneBox {
    let m = metersPerPixel
    return PlaneBox(
      west: Double(left) * m, south: -(Double(top) + camera.size.height) * m,
      east: (Double(left) + camera.size.width) * m, north: -Double(top) * m
    ).grown(by: pixels * m)
  }

  /// Whether nothing may be written in a box: a panel or the scale bar is there.
  func isTaken(_ box: Rect) -> Bool {
    furniturePlace?.intersects(box) == true || covered.contains { $0.intersects(box) }
  }

  /// Where a place on the ground lies on the glass.
  func screen(_ p: PlanePoint) -> Point { camera.screen(GroundPoint(p.x, p.y)) }

  /// Where the middle of a hex lies on the glass.
  func screen(hex: Int32) -> Point {
    screen(HexOutline.center(Int(hex), picture.setup.terrain.grid))
  }

  /// The colour of a side's frames.
  func color(of side: SideID, _ palettes: SidePalettes, safe: Bool) -> Color {
    guard side.index < picture.setup.sides.count else { return style[.unknownSide] }
    let setup = picture.setup.sides[side.index]
    let fallback = (safe ? palettes.safe : palettes.standard)[setup.identity]
    if safe { return fallback ?? style[.unknownSide] }
    return Color(hex: setup.color) ?? fallback ?? style[.unknownSide]
  }
}

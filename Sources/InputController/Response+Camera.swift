import MapTable
import Screen
import Simulation

extension Response {
  /// 1:25,000 is as close as the map goes (SCREEN.md).
  static let closestScale = 25_000.0

  /// Metres a pixel at the closest, on a display of the view's scale.
  var closestMetersPerPixel: Double { Self.closestScale * 0.0254 / 96 / max(0.1, view.scale) }

  /// Metres a pixel that show the whole theatre with a margin of 3 %.
  var farthestMetersPerPixel: Double {
    let frame = TheatreFrame(grid)
    let size = view.camera.size
    let whole = max(frame.width / max(1, size.width), frame.height / max(1, size.height)) * 1.03
    return max(whole, closestMetersPerPixel)
  }

  /// Zooms about a place on the glass; factors above 1 come closer.
  mutating func zoom(by factor: Double, about anchor: Point) {
    guard factor.isFinite, factor > 0, anchor.x.isFinite, anchor.y.isFinite else { return }
    let wanted = view.camera.metersPerPixel / min(16, max(1.0 / 16, factor))
    let allowed = min(farthestMetersPerPixel, max(closestMetersPerPixel, wanted))
    view.camera = view.camera.zoomed(by: view.camera.metersPerPixel / allowed, about: anchor)
    clampCenter()
  }

  /// Moves the map by pixels: what lay at the middle comes to lie at the offset.
  mutating func pan(by offset: Point) {
    guard offset.x.isFinite, offset.y.isFinite else { return }
    view.camera.center.x -= offset.x * view.camera.metersPerPixel
    view.camera.center.y += offset.y * view.camera.metersPerPixel
    clampCenter()
  }

  /// Brings a place to the middle of the part that no panel covers.
  mutating func center(on place: GroundPoint) {
    let middle = clearArea.center
    let size = view.camera.size
    view.camera.center = GroundPoint(
      place.x - (middle.x - size.width / 2) * view.camera.metersPerPixel,
      place.y + (middle.y - size.height / 2) * view.camera.metersPerPixel)
    clampCenter()
  }

  /// Centres on a place only where it is not clearly in sight already.
  mutating func bringIntoView(_ place: GroundPoint) {
    let margin = min(clearArea.width, clearArea.height) * 0.1
    if !clearArea.inset(by: margin).contains(view.camera.screen(place)) { center(on: place) }
  }

  /// Shows all the places in the part that no panel covers, no closer than 1:200,000.
  mutating func frame(_ places: [GroundPoint]) {
    guard let first = places.first else { return }
    var low = first
    var high = first
    for place in places {
      low = GroundPoint(min(low.x, place.x), min(low.y, place.y))
      high = GroundPoint(max(high.x, place.x), max(high.y, place.y))
    }
    let clear = clearArea
    let fitting = max(
      (high.x - low.x) / max(1, clear.width * 0.8), (high.y - low.y) / max(1, clear.height * 0.8))
    let nearest = closestMetersPerPixel * 8
    view.camera.metersPerPixel = min(farthestMetersPerPixel, max(nearest, fitting))
    center(on: GroundPoint((low.x + high.x) / 2, (low.y + high.y) / 2))
  }

  /// Shows the whole theatre.
  mutating func showTheatre() {
    view.camera.metersPerPixel = farthestMetersPerPixel
    view.camera.center = TheatreFrame(grid).center
  }

  /// Takes over a new window size; the ground at the middle and the scale stay.
  mutating func resize(to size: Size, scale: Double) {
    guard size.width.isFinite, size.height.isFinite, scale.isFinite else { return }
    let old = view.scale
    view.scale = min(8, max(0.5, scale))
    view.camera.size = Size(min(32_768, max(1, size.width)), min(32_768, max(1, size.height)))
    view.camera.metersPerPixel *= old / view.scale
    clampScale()
    clampCenter()
  }

  /// Keeps the scale between the whole theatre and the closest.
  mutating func clampScale() {
    let wanted = view.camera.metersPerPixel
    view.camera.metersPerPixel =
      wanted.isFinite
      ? min(farthestMetersPerPixel, max(closestMetersPerPixel, wanted)) : farthestMetersPerPixel
  }

  /// Keeps the middle of the view inside the theatre.
  mutating func clampCenter() {
    let frame = TheatreFrame(grid)
    let center = view.camera.center
    guard center.x.isFinite, center.y.isFinite else {
      view.camera.center = frame.center
      return
    }
    view.camera.center = frame.clamped(center)
  }

  /// The part of the window that no panel covers.
  var clearArea: Rect { PanelLayout(view).clearArea }
}

import Geography
import MapTable
import Screen
import Simulation

/// The way that the armed order would take to the hex under the pointer; searched for only when the
/// question changes.
struct RoutePreview {
  private struct Question: Equatable {
    var tick: Tick
    var unit: UnitID
    var hex: Int32
    var kind: OrderKind
  }

  private var question: Question?
  private var finder = RouteFinder()
  /// The hexes from the unit's own on, as indices; empty for no way.
  private(set) var hexes: [Int32] = []
  /// When it would be there.
  private(set) var arrival: Tick?

  /// Brings the way up to the view.
  mutating func update(_ frame: MapFrame) {
    let asked = Self.question(frame)
    guard asked != question else { return }
    question = asked
    hexes = []
    arrival = nil
    guard let asked, let report = frame.picture.report(asked.unit),
      let route = frame.picture.route(
        for: asked.unit, to: asked.hex, as: asked.kind, with: &finder)
    else { return }
    hexes = [report.hex] + route.hexes
    arrival = asked.tick + route.minutes
  }

  private static func question(_ frame: MapFrame) -> Question? {
    guard let kind = frame.view.armed, kind.needsTarget, kind != .bombard, kind != .airStrike,
      let unit = frame.view.selection.first,
      let pointer = frame.view.aim(on: frame.picture.setup.terrain.grid),
      frame.view.aimsWithCursor || !frame.covered.contains(where: { $0.contains(pointer) })
    else { return nil }
    let ground = frame.camera.ground(pointer)
    let place = PlanePoint(x: ground.x, y: ground.y).mapPoint
    guard let hex = frame.picture.setup.terrain.grid.index(at: place) else { return nil }
    return Question(tick: frame.picture.tick, unit: unit, hex: Int32(hex), kind: kind)
  }
}

import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// Minutes for which a shelling or a fight glows.
  private static let glowMinutes: Int32 = 10

  /// Shelling, strikes and fights of the moment as an orange glow.
  mutating func drawFires(_ frame: MapFrame, into list: inout DrawList) {
    var places: [(hex: Int32, strength: Double)] = []
    func note(_ hex: Int32, _ strength: Double) {
      guard hex >= 0, Int(hex) < frame.picture.setup.terrain.grid.count else { return }
      if let known = places.firstIndex(where: { $0.hex == hex }) {
        places[known].strength = max(places[known].strength, strength)
      } else if places.count < 400 {
        places.append((hex, strength))
      }
    }
    for mission in frame.picture.fireMissions where mission.start <= frame.picture.tick {
      note(mission.target, 1)
    }
    // After a jump in time or to another viewer a picture tells of much that is long over.
    for event in frame.picture.events where frame.picture.tick - event.tick <= Self.glowMinutes {
      switch event.kind {
      case .bombardment, .airStrike, .counterBattery: note(event.hex, 1)
      case .firefight: note(event.hex, 0.7)
      default: break
      }
    }
    let color = frame.style[.glow]
    for mission in frame.picture.fireMissions where frame.view.selection.contains(mission.unit) {
      guard let report = frame.picture.report(mission.unit) else { continue }
      // From the guns to where their rounds fall.
      let line = Path(
        [frame.screen(PlanePoint(report.position)), frame.screen(hex: mission.target)],
        closed: false)
      list.line(
        line, LineStyle(width: 1.4 * frame.scale, dashes: [6 * frame.scale, 5 * frame.scale]),
        color.withAlpha(200))
    }
    for place in places {
      let at = frame.screen(hex: place.hex)
      guard frame.bounds.inset(by: -30 * frame.scale).contains(at) else { continue }
      let radius = 15 * frame.scale * place.strength
      list.fill(Path(circle: at, radius: radius), color.withAlpha(52))
      list.fill(Path(circle: at, radius: radius * 0.68), color.withAlpha(80))
      list.fill(Path(circle: at, radius: radius * 0.34), color.withAlpha(230))
    }
  }
}

import Screen
import Simulation

extension MapView {
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
    for event in frame.picture.events {
      switch event.kind {
      case .bombardment, .airStrike, .counterBattery: note(event.hex, 1)
      case .firefight: note(event.hex, 0.7)
      default: break
      }
    }
    let color = frame.style[.glow]
    for place in places {
      let at = frame.screen(hex: place.hex)
      guard frame.bounds.inset(by: -30 * frame.scale).contains(at) else { continue }
      let radius = 15 * frame.scale * place.strength
      list.fill(Path(circle: at, radius: radius), color.withAlpha(52))
      list.fill(Path(circle: at, radius: radius * 0.68), color.withAlpha(80))
      list.fill(Path(circle: at, radius: radius * 0.34), color.withAlpha(230))
    }
  }

  /// How many fled from a town, and how many it has taken in, in italics below its name.
  mutating func drawRefugees(
    _ frame: MapFrame, into list: inout DrawList, images: inout ImageTable
  ) {
    guard frame.metersPerPoint < 260 else { return }
    let civilians = frame.picture.civilians
    let metrics = frame.fonts.metrics(of: frame.type.refugees)
    for (index, town) in frame.picture.setup.terrain.towns.enumerated()
    where index < civilians.displaced.count {
      var parts: [String] = []
      if civilians.displaced[index] >= 50 {
        parts.append("\(ContactWords.grouped(Int(civilians.displaced[index]))) have fled")
      }
      if index < civilians.sheltered.count, civilians.sheltered[index] >= 50 {
        parts.append("\(ContactWords.grouped(Int(civilians.sheltered[index]))) refugees here")
      }
      guard !parts.isEmpty else { continue }
      let text = parts.joined(separator: ", ")
      let at = frame.screen(hex: town.center)
      let pen = Point(
        (at.x - metrics.width(of: text) / 2).rounded(), (at.y + 30 * frame.scale).rounded())
      let box = Rect(
        pen.x, pen.y - metrics.ascent, metrics.width(of: text), metrics.ascent + metrics.descent)
      guard box.intersects(frame.bounds), !frame.covered.contains(where: { $0.intersects(box) })
      else { continue }
      write(
        text, at: pen, frame.type.refugees, frame.style[.refugees], frame, into: &list,
        images: &images)
    }
  }
}

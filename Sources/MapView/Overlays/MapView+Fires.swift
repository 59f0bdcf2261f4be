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
    _ frame: MapFrame, counters: [MapCounter], into list: inout DrawList,
    images: inout ImageTable
  ) {
    // What is worth a line grows with the ground in view: 1,200 people at 1:190,000.
    let least = Int32(max(200, min(1e6, frame.metersPerPoint * 24)))
    let civilians = frame.picture.civilians
    let metrics = frame.fonts.metrics(of: frame.type.refugees)
    var lines: [(people: Int32, text: String, hex: Int32)] = []
    for (index, town) in frame.picture.setup.terrain.towns.enumerated()
    where index < civilians.displaced.count {
      let fled = civilians.displaced[index]
      let taken = index < civilians.sheltered.count ? civilians.sheltered[index] : 0
      guard max(fled, taken) >= least else { continue }
      let text =
        fled >= taken
        ? "\(ContactWords.grouped(Self.rounded(fled))) have fled"
        : "\(ContactWords.grouped(Self.rounded(taken))) refugees"
      lines.append((max(fled, taken), text, town.center))
    }
    // The largest crowds first; towns close by keep silent.
    lines.sort { ($0.people, $1.hex) > ($1.people, $0.hex) }
    var told: [Point] = []
    for (_, text, hex) in lines {
      let at = frame.screen(hex: hex)
      if told.contains(where: { ($0 - at).length < 130 * frame.scale }) { continue }
      guard frame.bounds.contains(at) else { continue }
      let size = Size(metrics.width(of: text), metrics.ascent + metrics.descent)
      let room = 14 * frame.scale
      let places = [room, -room - size.height, 2.6 * room, -2.6 * room - size.height].map {
        Rect(at.x - size.width / 2, at.y + $0, size.width, size.height)
      }
      let taken = counters.map(\.occupiedRect) + scratch.occupied + frame.covered
      guard let place = places.first(where: { p in !taken.contains { $0.intersects(p) } })
      else { continue }
      scratch.occupied.append(place)
      told.append(at)
      let pen = Point(place.x.rounded(), (place.y + metrics.ascent).rounded())
      write(
        text, at: pen, frame.type.refugees, frame.style[.refugees], frame, into: &list,
        images: &images)
    }
  }

  /// A crowd as people count it: to the fifty, from a thousand on to the hundred.
  private static func rounded(_ people: Int32) -> Int {
    let unit = people >= 1000 ? 100 : 50
    return (Int(people) + unit / 2) / unit * unit
  }
}

import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// Minutes for which a flight counts as under way.
  private static let flightMinutes: Int32 = 360

  /// The flights of the last hours that are worth a line at this scale, the largest first.
  private func flights(_ frame: MapFrame) -> [RefugeeFlow] {
    let least = Self.leastCrowd(frame)
    var flows: [RefugeeFlow] = []
    // Who is on the road now, then who came in over the same way in the last hours.
    let now = frame.picture.treks.map {
      RefugeeFlow(town: $0.town, destination: $0.destination, people: $0.people, last: $0.left)
    }
    for flow in now {
      if let known = flows.firstIndex(where: { Self.isSameWay($0, flow) }) {
        flows[known].people += flow.people
      } else {
        flows.append(flow)
      }
    }
    for flow in frame.picture.refugeeFlows
    where frame.picture.tick - flow.last <= Self.flightMinutes {
      if !flows.contains(where: { Self.isSameWay($0, flow) }) { flows.append(flow) }
    }
    flows.removeAll { $0.people < least }
    return Array(
      flows.sorted {
        ($0.people, $1.town.rawValue, $1.destination)
          > ($1.people, $0.town.rawValue, $0.destination)
      }.prefix(12))
  }

  private static func isSameWay(_ a: RefugeeFlow, _ b: RefugeeFlow) -> Bool {
    a.town == b.town && a.destination == b.destination
  }

  /// What is worth a line grows with the ground in view: 1,200 people at 1:190,000.
  private static func leastCrowd(_ frame: MapFrame) -> Int32 {
    Int32(max(200, min(1e6, frame.metersPerPoint * 24)))
  }

  /// The roads by which people flee, with arrowheads towards their refuge.
  mutating func drawFlights(_ frame: MapFrame, into list: inout DrawList) {
    let near = frame.box(grownBy: 40)
    let color = frame.style[.refugees]
    for flow in flights(frame) {
      let way = ways.flight(flow, frame.picture)
      for piece in Self.visible(way, frame, near) {
        let path = Path(piece, closed: false)
        list.line(path, LineStyle(width: 5 * frame.scale), frame.style[.halo].withAlpha(110))
        list.line(
          path, LineStyle(width: 3 * frame.scale, cap: .round, dashes: [0.1, 5.4 * frame.scale]),
          color.withAlpha(220))
        let heads = Self.heads(along: piece, every: 64 * frame.scale, size: 5 * frame.scale)
        if !heads.verbs.isEmpty { list.fill(heads, color.withAlpha(220)) }
      }
    }
  }

  /// How many fled where, beside their way; how many fled from a town or were taken in by it, below
  /// its name.
  mutating func drawRefugees(
    _ frame: MapFrame, counters: [MapCounter], into list: inout DrawList,
    images: inout ImageTable
  ) {
    let terrain = frame.picture.setup.terrain
    var taken = counters.map(\.occupiedRect) + frame.covered
    var told: [Point] = []
    var goals: [(hex: Int32, at: Point)] = []
    var silent: Set<Int32> = []
    for flow in flights(frame) {
      let way = ways.flight(flow, frame.picture)
      guard let middle = Self.middle(of: way, frame) else { continue }
      let goal = terrain.towns.first { $0.center == flow.destination }?.name ?? "the border"
      let text = "\(ContactWords.grouped(Self.rounded(flow.people))) refugees to \(goal)"
      silent.insert(terrain.towns[flow.town.index].center)
      if told.contains(where: { ($0 - middle).length < 60 * frame.scale }) { continue }
      // Smaller crowds on the same road to the same refuge are not told of beside the greatest.
      let isToldNear = goals.contains {
        $0.hex == flow.destination && ($0.at - middle).length < 260 * frame.scale
      }
      if isToldNear { continue }
      if writeCrowd(text, around: middle, &taken, frame, into: &list, images: &images) {
        told.append(middle)
        goals.append((flow.destination, middle))
      }
    }
    for line in crowds(frame) where !silent.contains(line.hex) {
      let at = frame.screen(hex: line.hex)
      if told.contains(where: { ($0 - at).length < 130 * frame.scale }) { continue }
      guard frame.bounds.contains(at) else { continue }
      if writeCrowd(line.text, around: at, &taken, frame, into: &list, images: &images) {
        told.append(at)
      }
    }
  }

  /// Towns that many fled from or came to, the largest crowds first.
  private func crowds(_ frame: MapFrame) -> [(people: Int32, text: String, hex: Int32)] {
    let least = Self.leastCrowd(frame)
    let civilians = frame.picture.civilians
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
    return lines.sorted { ($0.people, $1.hex) > ($1.people, $0.hex) }
  }

  /// The place half way along what is in view of a way.
  private static func middle(of way: [PlanePoint], _ frame: MapFrame) -> Point? {
    let near = frame.box(grownBy: -24 * frame.scale)
    let seen = way.filter { near.contains($0) }
    return seen.count > 1 ? frame.screen(seen[seen.count / 2]) : nil
  }

  /// Writes a line in italics at the first free place about a point; false where there is none.
  private mutating func writeCrowd(
    _ text: String, around at: Point, _ taken: inout [Rect], _ frame: MapFrame,
    into list: inout DrawList, images: inout ImageTable
  ) -> Bool {
    let metrics = frame.fonts.metrics(of: frame.type.refugees)
    let size = Size(metrics.width(of: text), metrics.ascent + metrics.descent)
    let room = 14 * frame.scale
    let side = size.width / 2 + room
    let places = [
      (0, room), (0, -room - size.height), (side, -size.height / 2), (-side, -size.height / 2),
      (0, 2.6 * room), (0, -2.6 * room - size.height),
    ].map { Rect(at.x - size.width / 2 + $0.0, at.y + $0.1, size.width, size.height) }
    guard
      let place = places.first(where: { p in
        !taken.contains { $0.intersects(p) } && !scratch.occupied.contains { $0.intersects(p) }
      })
    else { return false }
    scratch.occupied.append(place)
    taken.append(place)
    let pen = Point(place.x.rounded(), (place.y + metrics.ascent).rounded())
    write(
      text, at: pen, frame.type.refugees, frame.style[.refugees], frame, into: &list,
      images: &images)
    return true
  }

  /// A crowd as people count it: to the fifty, from a thousand on to the hundred.
  private static func rounded(_ people: Int32) -> Int {
    let unit = people >= 1000 ? 100 : 50
    return (Int(people) + unit / 2) / unit * unit
  }
}

import MapTable
import Screen
import Simulation

extension MapView {
  /// Writes names beside counters where there is room: right, left or below; the chosen first.
  mutating func drawCounterNames(
    _ frame: MapFrame, _ counters: [MapCounter], into list: inout DrawList,
    images: inout ImageTable
  ) {
    var taken = TakenPlaces(frame.camera.size, side: 64 * frame.scale)
    for counter in counters {
      taken.add(counter.occupiedRect)
      for rect in counter.sideRects(scale: frame.scale) { taken.add(rect) }
      guard counter.stack.count > 1 else { continue }
      taken.add(counter.badgeRect(textWidth: 9 * frame.scale, scale: frame.scale))
    }
    for place in scratch.occupied + frame.covered { taken.add(place) }
    let order = counters.indices.sorted { a, b in
      if counters[a].isFanned != counters[b].isFanned { return counters[a].isFanned }
      return CounterLayout.precedes(counters[a].item, counters[b].item)
    }
    let metrics = frame.fonts.metrics(of: frame.type.counter)
    let height = metrics.ascent + metrics.descent
    for index in order {
      let counter = counters[index]
      let text = label(of: counter, frame)
      guard !text.isEmpty else { continue }
      let size = Size(metrics.width(of: text), height)
      let places = Self.namePlaces(counter, size, frame)
      let free = places.first { !taken.meets($0) }
      guard let place = free ?? (counter.isFanned ? places[0] : nil) else { continue }
      taken.add(place)
      scratch.occupied.append(place)
      let pen = Point(place.x.rounded(), (place.y + metrics.ascent).rounded())
      let item = counter.item
      let ink: MapStyle.Ink = item.strength == nil && item.opacity < 230 ? .doubt : .name
      write(
        text, at: pen, frame.type.counter, frame.style[ink], frame, into: &list, images: &images)
    }
  }

  /// Writes a text over its halo.
  mutating func write(
    _ text: String, at pen: Point, _ font: Font, _ color: Color, _ frame: MapFrame,
    into list: inout DrawList, images: inout ImageTable
  ) {
    if let halo = halos.halo(
      text, font, radius: 1.5 * frame.scale, frame.style[.halo], fonts: frame.fonts,
      images: &images)
    {
      let corner = pen + halo.offset
      list.image(halo.image, to: Rect(corner.x, corner.y, halo.size.width, halo.size.height))
    }
    list.text(text, at: pen, font, color, fonts: frame.fonts)
  }

  /// What stands beside a counter: for a stack of contacts what they are together.
  private func label(of counter: MapCounter, _ frame: MapFrame) -> String {
    guard counter.stack.count > 1, counter.item.strength == nil else { return counter.item.name }
    var contacts: [Contact] = []
    for item in counter.stack {
      guard case .contact(let id) = item.subject else { continue }
      if let contact = frame.picture.contacts.first(where: { $0.id == id }) {
        contacts.append(contact)
      }
    }
    let text = ContactWords.summary(of: contacts, now: frame.picture.tick)
    return text.isEmpty ? counter.item.name : text
  }

  private static func namePlaces(
    _ counter: MapCounter, _ size: Size, _ frame: MapFrame
  ) -> [Rect] {
    let r = counter.frameRect
    let gap = (counter.stack.count > 1 ? 11 : 6) * frame.scale
    let left = (counter.sideRects(scale: frame.scale).isEmpty ? 9 : 13) * frame.scale
    let middle = r.center.y - size.height / 2
    let right = Rect(r.maxX + gap, middle, size.width, size.height)
    if counter.isFanned { return [right] }
    return [
      right,
      Rect(r.maxX + gap, r.maxY - size.height * 0.4, size.width, size.height),
      Rect(r.x - left - size.width, middle, size.width, size.height),
      Rect(
        r.center.x - size.width / 2, r.maxY + r.height * 0.3 + 2 * frame.scale, size.width,
        size.height),
      Rect(
        r.center.x - size.width / 2, r.y - r.height * 0.3 - size.height - 1, size.width,
        size.height),
    ]
  }
}

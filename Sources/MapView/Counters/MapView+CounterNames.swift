import MapTable
import Screen
import Simulation

extension MapView {
  /// Finds room beside counters for their names: right, left or below; the chosen first.
  mutating func layCounterNames(
    _ frame: MapFrame, on board: inout MapBoard, images: inout ImageTable
  ) {
    var taken = TakenPlaces(frame.camera.size, side: 64 * frame.scale)
    for counter in board.counters {
      taken.add(counter.occupiedRect)
      for rect in counter.sideRects(scale: frame.scale) { taken.add(rect) }
      guard counter.stack.count > 1 else { continue }
      taken.add(counter.badgeRect(textWidth: 9 * frame.scale, scale: frame.scale))
    }
    for place in scratch.occupied { taken.add(place) }
    let order = board.counters.indices.sorted {
      CounterLayout.precedes(board.counters[$0].item, board.counters[$1].item)
    }
    for index in order {
      let counter = board.counters[index]
      guard let (writing, size) = writing(beside: counter, frame, images: &images) else { continue }
      // Two writings in a row would read as one, so they keep a distance where that can be.
      let room = 3 * frame.scale
      func isFree(_ place: Rect, room: Double) -> Bool {
        !taken.meets(Rect(place.x - room, place.y, size.width + 2 * room, size.height))
      }
      let places = Self.namePlaces(counter, size, frame)
      guard
        let place = places.first(where: { isFree($0, room: room) })
          ?? places.first(where: { isFree($0, room: 0) })
      else { continue }
      taken.add(place)
      scratch.occupied.append(place)
      board.pieces[index].label = board.writings.count
      board.writings.append(writing.placed(place.offset(by: Point(0, 0) - counter.center)))
    }
  }

  /// What is written beside a counter, its box not placed yet, and the size that it takes.
  mutating func writing(
    beside counter: MapCounter, _ frame: MapFrame, images: inout ImageTable
  ) -> (MapBoard.Writing, Size)? {
    let text = label(of: counter, frame)
    guard !text.isEmpty else { return nil }
    let font = frame.type.counter
    let metrics = frame.fonts.metrics(of: font)
    let size = Size(metrics.width(of: text), metrics.ascent + metrics.descent)
    let item = counter.item
    let ink: MapStyle.Ink = item.strength == nil && item.opacity < 230 ? .doubt : .name
    let writing = MapBoard.Writing(
      text: text, font: font, ink: ink, pen: Point(0, metrics.ascent),
      box: Rect(0, 0, size.width, size.height),
      sprite: sprite(text, font, frame.style[ink], frame, images: &images))
    return (writing, size)
  }

  /// What stands beside a counter: for a stack of contacts what they are together.
  private func label(of counter: MapCounter, _ frame: MapFrame) -> String {
    guard counter.stack.count > 1, counter.item.strength == nil else { return counter.item.name }
    var contacts: [Contact] = []
    for item in counter.stack {
      guard case .contact(let id) = item.subject else { continue }
      if let contact = frame.picture.contact(id) { contacts.append(contact) }
    }
    let text = ContactWords.summary(of: contacts, now: frame.picture.tick)
    return text.isEmpty ? counter.item.name : text
  }

  /// Where the name of a counter may stand, the preferred first.
  static func namePlaces(
    _ counter: MapCounter, _ size: Size, _ frame: MapFrame
  ) -> [Rect] {
    let r = counter.frameRect
    let gap = (counter.stack.count > 1 ? 11 : 6) * frame.scale
    let left = (counter.sideRects(scale: frame.scale).isEmpty ? 9 : 13) * frame.scale
    let middle = r.center.y - size.height / 2
    let right = Rect(r.maxX + gap, middle, size.width, size.height)
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

extension MapBoard.Writing {
  /// The writing with its box set around the place's pixel.
  func placed(_ box: Rect) -> MapBoard.Writing {
    var result = self
    result.pen = Point(pen.x + box.x - self.box.x, pen.y + box.y - self.box.y)
    result.box = box
    return result
  }
}

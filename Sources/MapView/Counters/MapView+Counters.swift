import MapTable
import Screen
import Simulation
import Symbology

extension MapView {
  /// Lays the counters of a board out: their pictures, marks, numbers and names.
  mutating func layCounters(
    _ frame: MapFrame, on board: inout MapBoard, images: inout ImageTable
  ) {
    board.pieces.reserveCapacity(board.counters.count)
    for counter in board.counters {
      board.pieces.append(
        piece(of: counter, frame, sprites: &board.sprites, images: &images))
    }
    layCounterNames(frame, on: &board, images: &images)
  }

  /// The pictures that a counter is drawn with, added to `sprites`.
  mutating func piece(
    of counter: MapCounter, _ frame: MapFrame, sprites: inout [MapBoard.Sprite],
    images: inout ImageTable
  ) -> MapBoard.Piece {
    let first = sprites.count
    addSymbol(frame, counter, to: &sprites, images: &images)
    addBars(frame, counter, to: &sprites, images: &images)
    addMarks(frame, counter, to: &sprites, images: &images)
    let last = sprites.count
    if counter.stack.count > 1 {
      sprites.append(
        art.badge(
          of: counter.stack.count, at: Self.badgeMiddle(counter, frame), frame, images: &images))
    }
    return MapBoard.Piece(
      at: counter.truePoint, shift: counter.center - counter.truePoint, sprites: first..<last,
      badge: last..<sprites.count,
      frame: counter.frameRect.offset(by: Point(0, 0) - counter.center),
      isSelected: counter.isSelected, isStack: counter.stack.count > 1, target: counter.target)
  }

  private mutating func addSymbol(
    _ frame: MapFrame, _ counter: MapCounter, to sprites: inout [MapBoard.Sprite],
    images: inout ImageTable
  ) {
    let item = counter.item
    let color = frame.color(of: item.side, styles.palettes, safe: usesSafePalette)
    let height = Self.counterHeight(frame)
    if counter.stack.count > 1 {
      // The stack's depth: two more cards behind the topmost, bare and hardly higher, so that the
      // echelon over the topmost stays readable.
      let bare = art.symbol(
        Self.bareFrame(item.sidc), color: color,
        ink: frame.style[.counterInk], halo: .clear,
        outside: frame.style[.counterInk], height: height, library: symbols, images: &images)
      let step = Point(max(2, (3.5 * frame.scale).rounded()), -max(1, frame.scale.rounded(.down)))
      for depth in stride(from: Double(min(2, counter.stack.count - 1)), to: 0, by: -1) {
        sprites.append(
          MapBoard.Sprite(
            image: bare.image, offset: bare.offset + step * depth,
            size: bare.size, opacity: item.opacity))
      }
    }
    let picture = art.symbol(
      item.sidc, color: color, ink: frame.style[.counterInk], halo: frame.style[.counterHalo],
      outside: frame.isDark ? frame.style[.name] : frame.style[.counterInk], height: height,
      library: symbols, images: &images)
    sprites.append(
      MapBoard.Sprite(
        image: picture.image, offset: picture.offset, size: picture.size, opacity: item.opacity))
  }

  /// The code of a symbol's frame alone: no staff, echelon or icon.
  private static func bareFrame(_ sidc: String) -> String {
    sidc.utf8.count == 20 ? sidc.prefix(7) + "0000000000000" : sidc
  }

  /// Strength, and cohesion where it is not full, below the frame.
  private mutating func addBars(
    _ frame: MapFrame, _ counter: MapCounter, to sprites: inout [MapBoard.Sprite],
    images: inout ImageTable
  ) {
    guard let strength = counter.item.strength else { return }
    let height = max(4, Int((4.5 * frame.scale).rounded()))
    let width = Int((counter.unitHeight * 1.41).rounded())
    var place = Point(
      -Double(width) / 2, counter.frameRect.height / 2 + (2 * frame.scale).rounded())
    func bar(_ share: Int32, _ height: Int) {
      let id = art.bar(
        share: share, width: width, height: height, style: frame.style, images: &images)
      sprites.append(
        MapBoard.Sprite(image: id, offset: place, size: Size(Double(width), Double(height))))
      place.y += Double(height)
    }
    bar(strength, height)
    if let cohesion = counter.item.cohesion, cohesion < 950 {
      bar(cohesion, max(3, Int((3.5 * frame.scale).rounded())))
    }
  }

  /// Marks left of the frame: suppressed (a diamond), out of supply (a ring), dug in (strokes).
  private mutating func addMarks(
    _ frame: MapFrame, _ counter: MapCounter, to sprites: inout [MapBoard.Sprite],
    images: inout ImageTable
  ) {
    let item = counter.item
    guard item.strength != nil else { return }
    let marks = CounterArt.Marks(
      suppression: item.suppression >= 700 ? 2 : item.suppression >= 300 ? 1 : 0,
      isSupplied: item.isSupplied, entrenchment: min(4, max(0, Int(item.entrenchment))))
    guard marks.isAny else { return }
    let height = Int(counter.frameRect.height.rounded())
    var sprite = art.marks(marks, height: height, frame, images: &images)
    sprite.offset =
      sprite.offset + Point(-counter.frameRect.width / 2, -counter.frameRect.height / 2)
    sprites.append(sprite)
  }

  private static func badgeMiddle(_ counter: MapCounter, _ frame: MapFrame) -> Point {
    counter.badgeRect(textWidth: 0, scale: frame.scale).center - counter.center
  }

  /// What the chosen frame takes around a counter's middle.
  static func selectionBox(_ frameRect: Rect, scale: Double) -> Rect {
    let box = Rect(
      frameRect.x - 4 * scale, frameRect.y - frameRect.height * 0.34,
      frameRect.width + 8 * scale, frameRect.height * 1.34 + 12 * scale)
    return Rect(box.x.rounded(), box.y.rounded(), box.width.rounded(), box.height.rounded())
  }
}

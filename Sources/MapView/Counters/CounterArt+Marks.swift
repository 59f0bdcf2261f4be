import Raster
import Screen

extension CounterArt {
  /// What stands left of a frame.
  struct Marks: Hashable {
    /// 0 none, 1 suppressed, 2 pinned down.
    var suppression: Int
    var isSupplied: Bool
    /// 0…4.
    var entrenchment: Int

    var isAny: Bool { suppression > 0 || !isSupplied || entrenchment > 0 }
  }

  /// What a small picture that is neither symbol nor bar shows.
  enum Small: Hashable {
    case marks(Marks, height: Int)
    case badge(Int)
    case dot(radius: Double)
  }

  /// A small picture is known by what it shows, how large and in which style.
  struct SmallKey: Hashable {
    var small: Small
    var scale: Double
    var isNight: Bool
  }

  /// The marks of a unit's state for a frame of `height` pixels, beside its upper left corner.
  mutating func marks(
    _ marks: Marks, height: Int, _ frame: MapFrame, images: inout ImageTable
  ) -> MapBoard.Sprite {
    small(.marks(marks, height: height), frame, images: &images) { list in
      let s = frame.scale
      let unit = 3.2 * s
      let x = -5 * s
      var y = 3 * s
      if marks.suppression > 0 {
        let diamond = [
          Point(x, y - unit), Point(x + unit, y), Point(x, y + unit), Point(x - unit, y),
        ]
        list.fill(
          Path(diamond, closed: true), frame.style[marks.suppression > 1 ? .poor : .fair])
        y += 3 * unit
      }
      if !marks.isSupplied {
        list.line(
          Path(circle: Point(x, y), radius: unit * 0.85), LineStyle(width: 1.6 * s),
          frame.style[.poor])
      }
      if marks.entrenchment > 0 {
        var path = Path()
        for level in 0..<marks.entrenchment {
          let up = Double(height) - 1.5 * s - Double(level) * 3.4 * s
          path.move(to: Point(x - unit, up))
          path.line(to: Point(x + unit * 0.7, up))
        }
        list.line(path, LineStyle(width: 1.8 * s), frame.style[.name])
      }
    }
  }

  /// The number of counters in a stack on a dark disc, around `middle`.
  mutating func badge(
    of count: Int, at middle: Point, _ frame: MapFrame, images: inout ImageTable
  ) -> MapBoard.Sprite {
    var sprite = small(.badge(count), frame, images: &images) { list in
      let text = "\(count)"
      let metrics = frame.fonts.metrics(of: frame.type.badge)
      let width = metrics.width(of: text)
      let radius = 8.5 * frame.scale
      let half = max(radius, width / 2 + 4 * frame.scale)
      list.fill(
        Path(Rect(-half, -radius, 2 * half, 2 * radius), radius: radius), frame.style[.badge])
      let pen = Point(-width / 2, ((metrics.ascent - metrics.descent) * 0.42).rounded())
      list.text(text, at: pen, frame.type.badge, frame.style[.badgeText], fonts: frame.fonts)
    }
    sprite.offset = sprite.offset + Point(middle.x.rounded(), middle.y.rounded())
    return sprite
  }

  /// The circle of a town around its middle; the largest, a metropolis's, has a spot in it.
  mutating func dot(
    radius: Double, _ frame: MapFrame, images: inout ImageTable
  ) -> MapBoard.Sprite {
    small(.dot(radius: radius), frame, images: &images) { list in
      let middle = Point(0.5, 0.5)
      list.fill(Path(circle: middle, radius: radius), frame.style[.townRing])
      list.fill(
        Path(circle: middle, radius: radius - 1.2 * frame.scale), frame.style[.townDot])
      guard radius > 5 * frame.scale else { return }
      list.fill(Path(circle: middle, radius: radius * 0.36), frame.style[.townRing])
    }
  }

  /// A picture of what `draw` draws around the origin, kept by content.
  private mutating func small(
    _ what: Small, _ frame: MapFrame, images: inout ImageTable,
    _ draw: (inout DrawList) -> Void
  ) -> MapBoard.Sprite {
    let key = SmallKey(small: what, scale: frame.scale, isNight: frame.isDark)
    if let known = smalls[key] { return known }
    var list = DrawList()
    draw(&list)
    let boxes = list.commandBoxes()
    let bounds = boxes.dropFirst().reduce(boxes.first ?? Rect(0, 0, 1, 1)) { $0.union($1) }
    let corner = Point(bounds.x.rounded(.down) - 1, bounds.y.rounded(.down) - 1)
    var bitmap = Bitmap(
      width: Int((bounds.maxX - corner.x).rounded(.up)) + 1,
      height: Int((bounds.maxY - corner.y).rounded(.up)) + 1)
    var moved = DrawList()
    moved.append(
      list, boxes: boxes, scaledBy: 1, movedBy: Point(0, 0) - corner, within: bitmap.bounds)
    var compositor = Compositor(workers: 1)
    compositor.draw(moved, images: ImageTable(), fonts: frame.fonts, onto: &bitmap)
    let id = Self.id(of: key)
    images[id] = bitmap
    images.keepShapes(of: id) { $0 = moved }
    let sprite = MapBoard.Sprite(
      image: id, offset: corner, size: Size(Double(bitmap.width), Double(bitmap.height)))
    smalls[key] = sprite
    return sprite
  }

  private static func id(of key: SmallKey) -> ImageID {
    var hash = ImageHash("small")
    hash.add(key.scale)
    hash.add(key.isNight ? 1 : 0)
    switch key.small {
    case .marks(let marks, let height):
      hash.add(1)
      hash.add(marks.suppression)
      hash.add(marks.isSupplied ? 1 : 0)
      hash.add(marks.entrenchment)
      hash.add(height)
    case .badge(let count):
      hash.add(2)
      hash.add(count)
    case .dot(let radius):
      hash.add(3)
      hash.add(radius)
    }
    return hash.id
  }
}

import Screen

extension MapView {
  /// The picture of a text over its halo; nil where the font has no outlines.
  mutating func sprite(
    _ text: String, _ font: Font, _ color: Color, _ frame: MapFrame, images: inout ImageTable
  ) -> MapBoard.Sprite? {
    texts.sprite(
      text, font, color, halo: frame.style[.halo], radius: 1.5 * frame.scale, halos,
      fonts: frame.fonts, images: &images)
  }

  /// Writes a text over its halo.
  mutating func write(
    _ text: String, at pen: Point, _ font: Font, _ color: Color, _ frame: MapFrame,
    into list: inout DrawList, images: inout ImageTable
  ) {
    if let sprite = sprite(text, font, color, frame, images: &images) {
      list.add(sprite, at: pen)
    } else {
      list.text(text, at: pen, font, color, fonts: frame.fonts)
    }
  }

  /// Writes what a board has laid out beside a place.
  func draw(
    _ writing: MapBoard.Writing, at place: Point, _ frame: MapFrame, into list: inout DrawList
  ) {
    let pen = Point((place.x + writing.pen.x).rounded(), (place.y + writing.pen.y).rounded())
    if let sprite = writing.sprite {
      list.add(sprite, at: pen)
    } else if writing.spacing == 0 {
      list.text(writing.text, at: pen, writing.font, frame.style[writing.ink], fonts: frame.fonts)
    } else {
      list.spacedText(
        writing.text, at: pen, writing.font, frame.style[writing.ink], spacing: writing.spacing,
        fonts: frame.fonts)
    }
  }
}

extension DrawList {
  /// Shows a picture beside a place, on whole pixels.
  @inline(__always)
  mutating func add(_ sprite: MapBoard.Sprite, at place: Point) {
    let x = (place.x + sprite.offset.x + 0.5).rounded(.down)
    let y = (place.y + sprite.offset.y + 0.5).rounded(.down)
    image(
      sprite.image, to: Rect(x, y, sprite.size.width, sprite.size.height),
      opacity: sprite.opacity)
  }

  /// Writes letters with extra space between them.
  mutating func spacedText(
    _ text: String, at origin: Point, _ font: Font, _ color: Color, spacing: Double,
    fonts: FontBook
  ) {
    var pen = origin
    for character in text {
      let letter = String(character)
      pen = self.text(letter, at: Point(pen.x.rounded(), pen.y), font, color, fonts: fonts)
      pen.x += spacing
    }
  }
}

import MapView
import Platform
import Screen

/// A laid-out picture as SVG 1.1: symbols, names and lines stay paths and text, roads, rivers and
/// towns in a group of each kind; the relief alone lies below them as pictures.
struct SVGPicture {
  let layout: PictureLayout
  /// Words about the picture, by keyword.
  let facts: [(String, String)]
  /// Pixels a point: the drawing is that much smaller in points than in pixels.
  let scale: Double

  /// Writes the file; `progress` hears the share of the ground that is drawn.
  func write(to path: String, progress: (Double) -> Void) throws(PlatformError) {
    let writer = try FileWriter(path: path)
    let (width, height) = (Double(layout.width), Double(layout.height))
    var title = ""
    var words: [String] = []
    for (key, value) in facts {
      if key == "Title" { title = value } else { words.append("\(key): \(value)") }
    }
    try writer.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      version="1.1" width="\(SVGText.number(width / scale))" \
      height="\(SVGText.number(height / scale))" \
      viewBox="0 0 \(layout.width) \(layout.height)" font-family="Inter, sans-serif">
      <title>\(SVGText.escaped(title))</title>
      <desc>\(SVGText.escaped(words.joined(separator: "\n")))</desc>

      """)
    var body = SVGBody(layout: layout)
    var hasGround = false
    for command in layout.list.commands {
      guard layout.showsTile(command) != nil else {
        try writer.write(try body.text(of: command))
        continue
      }
      // All tiles follow each other: the first stands for the whole ground.
      if !hasGround {
        try writeRelief(writer, progress)
        for layer in layout.ground { try write(layer, writer) }
      }
      hasGround = true
    }
    try writer.write(body.end() + "</svg>\n")
    try writer.finish()
  }

  private func writeRelief(
    _ writer: borrowing FileWriter, _ progress: (Double) -> Void
  ) throws(PlatformError) {
    var painter = StripPainter(layout, reliefOnly: true, overlap: 1)
    while let strip = painter.next() {
      let place = Rect(
        0, Double(strip.top), Double(layout.width), Double(strip.bitmap.height))
      try writer.write(SVGText.image(try PNGFile.bytes(of: strip.bitmap), place))
      progress(painter.progress)
    }
  }

  private func write(
    _ layer: GroundLayer, _ writer: borrowing FileWriter
  ) throws(PlatformError) {
    guard !layer.list.commands.isEmpty else { return }
    let elements = layer.list.commands.map { SVGBody.element($0, layer.list) }
    try writer.write("<g id=\"\(layer.name)\">\n" + elements.joined() + "</g>\n")
  }
}

import Platform
import Screen

/// Turns draw commands into SVG elements, one after the other.
struct SVGBody {
  let layout: PictureLayout
  /// The shapes that were defined, by the picture that they stand for.
  private var defined: [ImageID: Int] = [:]
  private var clips = 0
  private var openGroups = 0

  init(layout: PictureLayout) { self.layout = layout }

  /// The elements of a command of the layout's list.
  mutating func text(of command: DrawList.Command) throws(PlatformError) -> String {
    switch command {
    case .image(let id, let rect, let opacity): return try image(id, rect, opacity)
    case .pushClip(let rect):
      clips += 1
      openGroups += 1
      let area = SVGText.rect(rect)
      return
        "<clipPath id=\"c\(clips)\"><rect \(area)/></clipPath><g clip-path=\"url(#c\(clips))\">\n"
    case .popClip:
      guard openGroups > 0 else { return "" }
      openGroups -= 1
      return "</g>\n"
    case .fill, .line, .triangles, .glyphs: return Self.element(command, layout.list)
    }
  }

  /// What closes everything that is open.
  func end() -> String { String(repeating: "</g>\n", count: openGroups) }

  /// A picture: its shapes where they are known, else its pixels.
  private mutating func image(
    _ id: ImageID, _ rect: Rect, _ opacity: UInt8
  ) throws(PlatformError) -> String {
    let fade = opacity == 255 ? "" : " opacity=\"\(SVGText.number(Double(opacity) / 255))\""
    guard let shapes = layout.images.shapes[id] else {
      guard let bitmap = layout.images[id] else { return "" }
      return SVGText.image(try PNGFile.bytes(of: bitmap), rect, attributes: fade)
    }
    var result = ""
    let number: Int
    if let known = defined[id] {
      number = known
    } else {
      number = defined.count + 1
      defined[id] = number
      result += "<defs><g id=\"s\(number)\">\n"
      for command in shapes.commands { result += Self.element(command, shapes) }
      result += "</g></defs>\n"
    }
    let place = "x=\"\(SVGText.number(rect.x))\" y=\"\(SVGText.number(rect.y))\""
    return result + "<use xlink:href=\"#s\(number)\" \(place)\(fade)/>\n"
  }

  /// The element of a command that shows no picture.
  static func element(_ command: DrawList.Command, _ list: DrawList) -> String {
    switch command {
    case .fill(let range, let color):
      let data = SVGText.data(list.path(range))
      return data.isEmpty ? "" : "<path d=\"\(data)\"\(SVGText.paint("fill", color))/>\n"
    case .line(let range, let style, let color):
      let data = SVGText.data(list.path(range))
      guard !data.isEmpty else { return "" }
      return "<path d=\"\(data)\" fill=\"none\"\(SVGText.paint("stroke", color))"
        + SVGText.line(list.styles[Int(style)]) + "/>\n"
    case .triangles(let range, let color):
      let corners = list.points[Int(range.lowerBound)..<Int(range.upperBound)]
      var path = Path()
      for (index, point) in corners.enumerated() {
        if index % 3 == 0 { path.move(to: point) } else { path.line(to: point) }
        if index % 3 == 2 { path.close() }
      }
      return "<path d=\"\(SVGText.data(path))\"\(SVGText.paint("fill", color))/>\n"
    case .glyphs(let range, let font, let color):
      return text(list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)], font, color)
    case .image, .pushClip, .popClip: return ""
    }
  }

  /// A line of text with every letter where the layout put it.
  private static func text(
    _ glyphs: ArraySlice<DrawList.PlacedGlyph>, _ font: Font, _ color: Color
  ) -> String {
    guard let first = glyphs.first else { return "" }
    var letters = ""
    var places: [String] = []
    for glyph in glyphs {
      guard let scalar = Unicode.Scalar(glyph.scalar) else { continue }
      letters.unicodeScalars.append(scalar)
      places.append(SVGText.number(glyph.position.x))
    }
    return "<text xml:space=\"preserve\" x=\"\(places.joined(separator: " "))\""
      + " y=\"\(SVGText.number(first.position.y))\"\(SVGText.font(font))"
      + "\(SVGText.paint("fill", color))>\(SVGText.escaped(letters))</text>\n"
  }
}

public import MapTable
public import Screen

/// A draw list and a hit map as text, for goldens: what is written where, and what can be clicked.
public enum DrawListText {
  /// One line a command, then one a place that can be clicked.
  public static func text(_ list: DrawList, _ hits: HitMap) -> String {
    var lines: [String] = []
    for command in list.commands {
      switch command {
      case .image(_, let rect, let opacity): lines.append("image \(number(rect)) \(opacity)")
      case .fill(let path, let color):
        lines.append("fill \(number(list.path(path).bounds)) \(hex(color))")
      case .line(let path, let style, let color):
        let width = list.styles[Int(style)].width
        lines.append("line \(number(list.path(path).bounds)) \(width) \(hex(color))")
      case .triangles(let points, let color):
        lines.append("triangles \(points.count) \(hex(color))")
      case .glyphs(let range, let font, let color):
        let glyphs = list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)]
        let text = String(String.UnicodeScalarView(glyphs.compactMap { Unicode.Scalar($0.scalar) }))
        let place = glyphs.first?.position ?? Point(0, 0)
        lines.append(
          "text \(Int(place.x)),\(Int(place.y)) \(font.face) \(font.pixelSize) "
            + "\(hex(color)) \(text)"
        )
      case .pushClip(let rect): lines.append("clip \(number(rect))")
      case .popClip: lines.append("unclip")
      }
    }
    for entry in hits.entries { lines.append("hit \(number(entry.rect)) \(entry.target)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ r: Rect) -> String {
    [r.x, r.y, r.width, r.height].map { "\(($0 * 10).rounded() / 10)" }.joined(separator: ",")
  }

  private static func hex(_ color: Color) -> String { String(color.premultiplied, radix: 16) }
}

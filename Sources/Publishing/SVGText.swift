import Screen

/// The words of SVG: numbers, paths, colours, fonts and pictures as text, the same on every
/// machine.
enum SVGText {
  /// A number with at most two decimals: a hundredth of a pixel.
  static func number(_ value: Double) -> String { DecimalText.text(value, places: 2) }

  /// Text with what XML keeps for itself written out; what it forbids is left away.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The steps of a path.
  static func data(_ path: Path) -> String {
    var result = ""
    var next = 0
    func point() -> String {
      let point = path.points[next]
      next += 1
      return number(point.x) + " " + number(point.y)
    }
    for verb in path.verbs {
      switch verb {
      case .move: result += "M" + point()
      case .line: result += "L" + point()
      case .quadratic: result += "Q" + point() + " " + point()
      case .cubic: result += "C" + point() + " " + point() + " " + point()
      case .close: result += "Z"
      }
    }
    return result
  }

  /// The attributes of a paint: `fill` or `stroke`.
  static func paint(_ name: String, _ color: Color) -> String {
    let digits = [color.red, color.green, color.blue].map { component in
      let text = String(component, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    let paint = " \(name)=\"#\(digits.joined())\""
    guard color.alpha < 255 else { return paint }
    return paint + " \(name)-opacity=\"\(DecimalText.text(Double(color.alpha) / 255, places: 3))\""
  }

  /// The attributes of a line; what SVG takes for granted is left out (its mitre limit is ours, 4).
  static func line(_ style: LineStyle) -> String {
    var result = " stroke-width=\"\(number(style.width))\""
    switch style.cap {
    case .butt: break
    case .round: result += " stroke-linecap=\"round\""
    case .square: result += " stroke-linecap=\"square\""
    }
    switch style.join {
    case .miter: break
    case .round: result += " stroke-linejoin=\"round\""
    case .bevel: result += " stroke-linejoin=\"bevel\""
    }
    guard !style.dashes.isEmpty else { return result }
    let dashes = style.dashes.map(number).joined(separator: " ")
    return result + " stroke-dasharray=\"\(dashes)\""
  }

  /// The attributes of a font; the family is the whole drawing's.
  static func font(_ font: Font) -> String {
    let size = " font-size=\"\(font.pixelSize)\""
    switch font.face {
    case .regular: return size
    case .medium: return size + " font-weight=\"500\""
    case .semibold: return size + " font-weight=\"600\""
    case .italic: return size + " font-style=\"italic\""
    }
  }

  /// The attributes of a place.
  static func rect(_ rect: Rect) -> String {
    "x=\"\(number(rect.x))\" y=\"\(number(rect.y))\" width=\"\(number(rect.width))\""
      + " height=\"\(number(rect.height))\""
  }

  /// A PNG picture in the drawing itself.
  static func image(_ png: [UInt8], _ rect: Rect, attributes: String = "") -> String {
    "<image \(self.rect(rect))\(attributes) preserveAspectRatio=\"none\""
      + " xlink:href=\"data:image/png;base64,\(base64(png))\"/>\n"
  }

  /// Bytes in base 64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
      for place in 0..<4 {
        text.append(place <= count ? alphabet[group >> (18 - 6 * place) & 63] : 0x3D)
      }
    }
    return String(decoding: text, as: Unicode.UTF8.self)
  }
}

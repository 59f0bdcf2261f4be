import Foundation
import Screen

/// Distances between colours as people see them.
enum ColorDistance {
  /// CIELAB (D65) of a colour after a matrix on its linear sRGB light.
  static func lab(_ color: Color, seenBy rows: [[Double]]) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { value -> Double in
      let c = Double(value) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    let seen = rows.map { row in
      min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    let toXYZ: [[Double]] = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white: [Double] = [0.95047, 1, 1.08883]
    let xyz = zip(toXYZ, white).map { row, white -> Double in
      let value = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 216.0 / 24389 ? cbrt(value) : (value * 24389 / 27 + 16) / 116
    }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }

  /// The CIEDE2000 distance of two CIELAB colours.
  static func ciede2000(_ first: [Double], _ second: [Double]) -> Double {
    let meanChroma = (hypot(first[1], first[2]) + hypot(second[1], second[2])) / 2
    let seventh = pow(meanChroma, 7)
    let stretch = 1 + 0.5 * (1 - (seventh / (seventh + pow(25, 7))).squareRoot())
    let (a1, a2) = (first[1] * stretch, second[1] * stretch)
    let (c1, c2) = (hypot(a1, first[2]), hypot(a2, second[2]))
    let (h1, h2) = (hue(a1, first[2]), hue(a2, second[2]))
    var turn = c1 * c2 == 0 ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var hueMean = h1 + h2
    if c1 * c2 != 0 {
      hueMean = abs(h1 - h2) <= 180 ? hueMean / 2 : (hueMean + (hueMean < 360 ? 360 : -360)) / 2
    }
    let (light, chroma) = ((first[0] + second[0]) / 2, (c1 + c2) / 2)
    var t = 1 - 0.17 * cosine(hueMean - 30)
    t += 0.24 * cosine(2 * hueMean)
    t += 0.32 * cosine(3 * hueMean + 6)
    t -= 0.20 * cosine(4 * hueMean - 63)
    let bend = (light - 50) * (light - 50)
    let lightScale = 1 + 0.015 * bend / (20 + bend).squareRoot()
    let chromaScale = 1 + 0.045 * chroma
    let hueScale = 1 + 0.015 * chroma * t
    let power = pow(chroma, 7)
    let blue = exp(-pow((hueMean - 275) / 25, 2))
    let twist = 2 * (power / (power + pow(25, 7))).squareRoot()
    let rotation = -twist * sin(60 * blue * .pi / 180)
    let dl = (second[0] - first[0]) / lightScale
    let dc = (c2 - c1) / chromaScale
    let dh = 2 * (c1 * c2).squareRoot() * sin(turn / 2 * .pi / 180) / hueScale
    let square = dl * dl + dc * dc + dh * dh
    return (square + rotation * dc * dh).squareRoot()
  }

  private static func hue(_ a: Double, _ b: Double) -> Double {
    if a == 0 && b == 0 { return 0 }
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}

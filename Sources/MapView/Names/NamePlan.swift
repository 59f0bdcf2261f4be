import Geography
import Screen

/// Where every name of a theatre stands and from which zoom on it shows.
///
/// Computed once, names against names: a name is given the largest scale below which it never meets
/// a more important one, so what is shown stays shown as the view closes in.
struct NamePlan: Sendable, Equatable {
  /// The names, the most important first.
  private(set) var names: [MapName] = []

  init(_ candidates: [NameCandidate], fonts: FontBook, scale: Double) {
    for candidate in candidates {
      var best: MapName?
      for option in Self.placements(candidate, fonts: fonts, scale: scale) {
        var name = option
        for other in names {
          name.largestMetersPerPixel = min(
            name.largestMetersPerPixel, Self.limit(name, against: other))
          if let best, name.largestMetersPerPixel <= best.largestMetersPerPixel { break }
        }
        if best.map({ name.largestMetersPerPixel > $0.largestMetersPerPixel }) ?? true {
          best = name
        }
      }
      if let best, best.largestMetersPerPixel > 0.2 { names.append(best) }
    }
  }

  /// The largest metres a pixel below which two names stay apart, `other` being there first.
  static func limit(_ name: MapName, against other: MapName) -> Double {
    limit(name.box, name.dotBox, at: name.place, against: other)
  }

  /// The same for a writing's box, and a circle's where there is one, around a place.
  static func limit(
    _ box: Rect, _ dot: Rect?, at place: PlanePoint, against other: MapName
  ) -> Double {
    let shift = Point(other.place.x - place.x, -(other.place.y - place.y))
    let largest = other.largestMetersPerPixel
    let otherDot = other.dotBox
    var limit = apart(box, other.box, shift, shownFrom: largest)
    if let dot { limit = min(limit, apart(dot, other.box, shift, shownFrom: largest)) }
    if let otherDot {
      limit = min(limit, apart(box, otherDot, shift, shownFrom: largest))
      if let dot { limit = min(limit, apart(dot, otherDot, shift, shownFrom: largest)) }
    }
    return limit
  }

  /// With zoom t (pixels a metre) the boxes' distance is their offset plus t times the ground's.
  /// They overlap for t between two bounds: the result is the scale at which they part for good.
  private static func apart(
    _ a: Rect, _ b: Rect, _ shift: Point, shownFrom largest: Double
  ) -> Double {
    var low = 0.0
    var high = Double.infinity
    // Overlap on an axis while from < t * speed < to; false where that is never.
    func meets(_ from: Double, _ to: Double, _ speed: Double) -> Bool {
      if speed == 0 { return from < 0 && to > 0 }
      low = max(low, min(from / speed, to / speed))
      high = min(high, max(from / speed, to / speed))
      return true
    }
    guard meets(a.x - b.maxX, a.maxX - b.x, shift.x), meets(a.y - b.maxY, a.maxY - b.y, shift.y)
    else { return .infinity }
    guard low < high, high > 0 else { return .infinity }
    // Where the other shows only from a closer zoom than the parting, nothing is ever met.
    let parting = 1 / high
    return largest <= parting ? .infinity : parting
  }

  /// The places that a name may have, the preferred first.
  private static func placements(
    _ c: NameCandidate, fonts: FontBook, scale: Double
  ) -> [MapName] {
    let metrics = fonts.metrics(of: c.font)
    let letters = Double(max(0, c.text.unicodeScalars.count - 1))
    let width = metrics.width(of: c.text) + c.spacing * letters
    let height = metrics.ascent + metrics.descent
    let pad = 2 * scale
    func spot(_ left: Double, _ top: Double) -> MapName.Spot {
      MapName.Spot(
        pen: Point(left, top + metrics.ascent),
        box: Rect(left - pad, top - pad / 2, width + 2 * pad, height + pad))
    }
    // The houses of a village, which has no circle, reach a little further.
    let gap = c.dotRadius + (c.dotRadius > 0 ? 4 : 7) * scale
    let low = c.dotRadius * 0.4
    let spots =
      c.isCentered
      ? [spot(-width / 2, -height / 2)]
      : [
        spot(gap, -height / 2), spot(gap, low), spot(gap, -height - low),
        spot(-gap - width, -height / 2), spot(-width / 2, gap - pad),
        spot(-width / 2, -gap - height + pad), spot(-gap - width, low),
        spot(-gap - width, -height - low),
      ]
    // Further out, for when a counter stands on the place itself.
    let outer =
      c.isCentered
      ? []
      : [42 * scale, 72 * scale].flatMap { far in
        [
          spot(far, -height / 2), spot(-far - width, -height / 2), spot(-width / 2, -far - height),
          spot(-width / 2, far), spot(far * 0.7, -far - height), spot(-far * 0.7 - width, far),
        ]
      }
    return spots.map { chosen in
      MapName(
        text: c.text, font: c.font, ink: c.ink, hasHalo: c.hasHalo, spacing: c.spacing,
        place: c.place, spot: chosen, otherSpots: spots.filter { $0 != chosen } + outer,
        dotRadius: c.dotRadius, largestMetersPerPixel: c.largest, town: c.town)
    }
  }
}

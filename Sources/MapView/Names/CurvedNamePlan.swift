import Geography
import Screen
import Simulation

/// Where the names of rivers stand along their courses and from which zoom on each shows.
///
/// As in `NamePlan`, a name is given the largest scale below which it never meets a more important
/// one and always reads well, so that what is shown stays shown as the view closes in.
struct CurvedNamePlan: Sendable {
  /// A river's name at one place of its course.
  struct Name: Sendable {
    var text: String
    var font: Font
    /// Pixels between letters beyond the font's own.
    var spacing: Double
    /// The river, as an index into `lines`.
    var line: Int
    /// Metres from the river's start to the middle of the writing.
    var middle: Double
    /// The place of the middle, and a box around it that holds the writing at every zoom.
    var place: PlanePoint
    var box: Rect
    /// The largest metres a pixel at which it shows.
    var largestMetersPerPixel: Double
    /// The river's rank, 1 for the greatest.
    var rank: Int
  }

  /// The courses of rivers that have names.
  let lines: [TileLine]
  /// The names, the most important first.
  private(set) var names: [Name] = []

  /// Pixels a point between two writings of one river's name.
  private static let apart = 420.0

  /// Names for the rivers of a theatre that keep clear of names which have their places.
  init(
    _ theatre: Theatre, _ style: MapStyle, beside plan: NamePlan, fonts: FontBook, scale: Double
  ) {
    let rivers = theatre.layers.rivers.filter { !$0.name.isEmpty }.sorted {
      ($0.rank, $0.name) < ($1.rank, $1.name)
    }
    lines = rivers.map { TileLine($0.points, rank: $0.rank, smoothed: true) }
    let font = MapFonts(scale: scale).water
    let limit = (style.details[.riverNames] ?? .infinity) / scale
    for (index, river) in rivers.enumerated() {
      let largest = limit * (river.rank <= 1 ? 1.8 : river.rank == 2 ? 1 : 0.5)
      // The middle of the course first, then the middles of its halves, and so on.
      for share in [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875] + Self.sixteenths {
        let base = lines[index].length * share
        let gap = lines[index].length / 40
        let options = [0.0, 1, -1, 2, -2].compactMap { step in
          option(
            river.name, rank: river.rank, line: index, middle: base + gap * step,
            largest: largest, font, plan, fonts, style, scale: scale)
        }
        guard let best = options.max(by: { $0.largestMetersPerPixel < $1.largestMetersPerPixel }),
          best.largestMetersPerPixel > 2
        else { continue }
        names.append(best)
      }
    }
  }

  private static let sixteenths = stride(from: 1.0, to: 16, by: 2).map { $0 / 16 }

  /// A name at one place with the largest scale at which it may show there.
  private func option(
    _ text: String, rank: Int, line: Int, middle: Double, largest: Double, _ font: Font,
    _ plan: NamePlan, _ fonts: FontBook, _ style: MapStyle, scale: Double
  ) -> Name? {
    guard middle > 0, middle < lines[line].length else { return nil }
    var name = Name(
      text: text, font: font, spacing: 1.2 * scale, line: line, middle: middle,
      place: lines[line].place(at: middle), box: Rect(0, 0, 0, 0),
      largestMetersPerPixel: largest, rank: rank)
    let beside = names.reduce(Double.infinity) { least, other in
      guard other.line == line else { return least }
      return min(least, TileLine.distance(name.place, other.place) / (Self.apart * scale))
    }
    // Too near to another writing of the same name for any scale that shows it.
    guard beside > 2 else { return nil }
    let setting = CurvedText.Setting(text, fonts.metrics(of: font), spacing: name.spacing)
    // From near to far: the first scale at which it does not fit ends its range.
    var metersPerPixel = 4.0 / scale
    var box: Rect?
    while metersPerPixel <= largest {
      let text = Self.set(name, setting, on: lines[line], metersPerPixel, style, scale: scale)
      guard text.fits else { break }
      box = box.map { Self.union($0, text.box) } ?? text.box
      name.largestMetersPerPixel = metersPerPixel
      metersPerPixel *= 1.2
    }
    guard let box else { return nil }
    name.box = box.inset(by: -2 * scale)
    name.largestMetersPerPixel = min(name.largestMetersPerPixel, beside)
    for other in plan.names where name.largestMetersPerPixel > 2 {
      name.largestMetersPerPixel = min(
        name.largestMetersPerPixel,
        NamePlan.limit(name.box, nil, at: name.place, against: other))
    }
    for other in names where name.largestMetersPerPixel > 2 {
      name.largestMetersPerPixel = min(
        name.largestMetersPerPixel,
        NamePlan.limit(name.box, nil, at: name.place, against: Self.straight(other)))
    }
    return name
  }

  /// Sets a name along its river at a scale.
  static func set(
    _ name: Name, _ setting: CurvedText.Setting, on line: TileLine, _ metersPerPixel: Double,
    _ style: MapStyle, scale: Double
  ) -> CurvedText {
    let stroke: MapStyle.Stroke =
      name.rank <= 1 ? .riverGreat : name.rank == 2 ? .riverMiddle : .riverSmall
    let width = style.width(stroke, metersPerPoint: metersPerPixel * scale) * scale
    return CurvedText(
      setting, along: line, middle: name.middle, lift: width / 2 + 3 * scale,
      metersPerPixel: metersPerPixel, em: Double(name.font.pixelSize))
  }

  /// The same room as a straight name takes, for keeping names apart.
  private static func straight(_ name: Name) -> MapName {
    MapName(
      text: name.text, font: name.font, ink: .waterName, hasHalo: false, spacing: name.spacing,
      place: name.place, spot: MapName.Spot(pen: Point(0, 0), box: name.box), otherSpots: [],
      dotRadius: 0, largestMetersPerPixel: name.largestMetersPerPixel, town: nil)
  }

  private static func union(_ a: Rect, _ b: Rect) -> Rect {
    let (x, y) = (min(a.x, b.x), min(a.y, b.y))
    return Rect(x, y, max(a.maxX, b.maxX) - x, max(a.maxY, b.maxY) - y)
  }
}

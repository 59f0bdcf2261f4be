public import MapTable
public import Screen
public import Simulation
import Symbology

extension MapView {
  /// The legend of what a view shows of a picture.
  public mutating func legend(
    _ picture: Picture, _ view: ViewState, fonts: FontBook, covered: [Rect]
  ) -> MapLegend {
    let frame = MapFrame(
      picture: picture, previous: nil, fraction: 1, view: view, styles: styles, fonts: fonts,
      covered: covered)
    // The same layout as on the map, from the board's scale to the frame's.
    let wide = boardFrame(of: picture, for: frame)
    let scale = wide.metersPerPixel / frame.metersPerPixel
    let counters = layoutCounters(wide).filter { counter in
      let place = Point(
        (Double(wide.left) + counter.center.x) * scale - Double(frame.left),
        (Double(wide.top) + counter.center.y) * scale - Double(frame.top))
      return frame.bounds.contains(place) && !covered.contains { $0.contains(place) }
    }
    let items = counters.flatMap(\.stack)
    var sides: [MapLegend.Side] = []
    for (index, side) in picture.setup.sides.enumerated() {
      let own = items.filter { $0.side.index == index }
      let signs = signs(of: own, SideID(index), frame)
      if !signs.isEmpty { sides.append(MapLegend.Side(name: side.name, signs: signs)) }
    }
    let echelons = Set(items.map(\.echelon)).sorted().compactMap(Self.echelonText)
    return MapLegend(sides: sides, echelons: echelons, lines: lines(items, frame))
  }

  /// Every kind of symbol once, by its code.
  private func signs(
    of items: [CounterItem], _ side: SideID, _ frame: MapFrame
  ) -> [MapLegend.Sign] {
    var style = SymbolStyle(
      frameFill: frame.color(of: side, styles.palettes, safe: usesSafePalette),
      ink: frame.style[.counterInk])
    style.strokeWidth = 5
    var codes: [String: SIDC] = [:]
    for item in items {
      guard let code = try? SIDC(item.sidc) else { continue }
      let plain = code.with(echelon: 0)
      codes[plain.text] = plain
    }
    var seen: Set<String> = []
    return codes.sorted { $0.key < $1.key }.compactMap { key, code in
      let name = symbols.name(of: code)
      let isHeadquarters = ["2", "3", "6", "7"].contains(String(key.dropFirst(7).prefix(1)))
      let text = (name.isEmpty ? "Unit" : name) + (isHeadquarters ? ", headquarters" : "")
      guard seen.insert(text).inserted else { return nil }
      return MapLegend.Sign(symbol: symbols.symbol(code, style: style), text: text)
    }
  }

  private func lines(_ items: [CounterItem], _ frame: MapFrame) -> [MapLegend.Line] {
    let style = frame.style
    var lines: [MapLegend.Line] = []
    let front = self.ground.fronts.first.map { SideID($0.side) }
    if let side = front {
      let color = strong(frame.color(of: side, styles.palettes, safe: usesSafePalette), frame)
      lines.append(
        MapLegend.Line(
          text: "Front, teeth towards its holder", style: LineStyle(width: 2), color: color,
          casing: .clear, mark: .teeth))
    }
    if let side = items.first(where: { !$0.units.isEmpty })?.side {
      let color = strong(frame.color(of: side, styles.palettes, safe: usesSafePalette), frame)
      lines.append(
        MapLegend.Line(
          text: "Moving", style: LineStyle(width: 2.6), color: color, casing: style[.halo],
          mark: .head))
      lines.append(
        MapLegend.Line(
          text: "Order on its way", style: LineStyle(width: 2.6, dashes: [9, 5]), color: color,
          casing: .clear, mark: .head))
    }
    func add(_ text: String, _ stroke: MapStyle.Stroke, _ ink: MapStyle.Ink, cased: Bool) {
      let width = max(1.4, style.width(stroke, metersPerPoint: frame.metersPerPoint))
      lines.append(
        MapLegend.Line(
          text: text, style: LineStyle(width: width), color: style[ink],
          casing: cased ? style[.roadCasing] : .clear, mark: .none))
    }
    add("Main road", .primary, .primary, cased: true)
    if style.shows(.secondaryRoads, metersPerPoint: frame.metersPerPoint) {
      add("Road", .secondary, .secondary, cased: true)
    }
    if style.shows(.railways, metersPerPoint: frame.metersPerPoint) {
      add("Railway", .railway, .railway, cased: false)
    }
    add("River or canal", .riverMiddle, .river, cased: false)
    add("State border", .border, .border, cased: false)
    return lines
  }

  /// Digits 9 and 10 of a symbol code as the mark over the frame and in words (2525D, table A-III).
  static func echelonText(_ echelon: Int) -> String? {
    switch echelon {
    case 11: "Ø team"
    case 12: "• squad"
    case 13: "•• section"
    case 14: "••• platoon"
    case 15: "I company"
    case 16: "II battalion"
    case 17: "III regiment"
    case 18: "X brigade"
    case 21: "XX division"
    case 22: String(repeating: "X", count: 3) + " corps"
    case 23: String(repeating: "X", count: 4) + " army"
    default: nil
    }
  }
}

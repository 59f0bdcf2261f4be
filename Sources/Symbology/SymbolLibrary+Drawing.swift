import Screen

extension SymbolLibrary {
  /// The symbol of a code.
  ///
  /// What the data lacks is left out: an entity falls back to its parent, then to the bare frame.
  /// The same code, style and texts give the same symbol.
  public func symbol(
    _ sidc: SIDC, style: SymbolStyle = .init(), texts: [SymbolField: String] = [:]
  ) -> Symbol {
    let shape = FrameShape(sidc.identity, symbolSet: sidc.symbolSet).rawValue
    let frame = frames[shape]
    var painter = SymbolPainter(
      style: style, frameFill: style.frameFill ?? SymbolStyle.standardFill(sidc.identity))
    paintFrame(frame, sidc, &painter)

    let set = Self.iconSet(of: sidc)
    // The letters of a special headquarters stand in the icon's place (2525D, table D-1, field AA).
    let isNamed = texts[.specialHeadquarters]?.isEmpty == false
    if !isNamed, let code = drawnEntity(for: sidc), let entry = entities[set * 1_000_000 + code] {
      painter.paint(entry.icons[shape])
    }
    if sidc.modifier1 != 0, let entry = modifiers1[set * 100 + sidc.modifier1] {
      painter.paint(entry.icons[shape])
    }
    if sidc.modifier2 != 0, let entry = modifiers2[set * 100 + sidc.modifier2] {
      painter.paint(entry.icons[shape])
    }
    var echelon: Icon?
    if style.showsEchelon, sidc.echelon != 0 {
      echelon = echelons[sidc.echelon]?.icons[shape]
      if let mark = echelon ?? mobility[sidc.echelon]?.icons[shape] { painter.paint(mark) }
    }
    paintMarks(frame, sidc, echelon, &painter)
    paintStatus(frame, sidc, &painter)
    if sidc.context != .reality { paintContext(frame, sidc, &painter) }
    if !texts.isEmpty { paintTexts(texts, frame, sidc.context, &painter) }
    return Symbol(shapes: painter.shapes, bounds: painter.bounds, frameBounds: frame.box)
  }

  /// Fill and outline: solid where identity and presence are sure, else dashed on the pale colour
  /// (2525D, 5.3.1: planned status dashed; table I-II: assumed identities dashed).
  private func paintFrame(_ frame: Frame, _ sidc: SIDC, _ painter: inout SymbolPainter) {
    let style = painter.style
    let half = style.strokeWidth / 2
    if let halo = style.halo {
      painter.add(
        SymbolShape(
          path: frame.outline, stroke: halo, strokeWidth: style.strokeWidth + 2 * style.haloWidth),
        covering: frame.box.inset(by: -half - style.haloWidth))
    }
    var dashes: [Double] = []
    if sidc.status == .planned {
      dashes = [12, 8]
    } else if [.pending, .assumedFriend, .suspect].contains(sidc.identity) {
      dashes = [4, 4]
    }
    let line = dashes.isEmpty ? style.ink : style.pale
    painter.add(
      SymbolShape(
        path: frame.outline, fill: painter.frameFill, stroke: line,
        strokeWidth: style.strokeWidth),
      covering: frame.box.inset(by: -half))
    guard !dashes.isEmpty else { return }
    painter.add(
      SymbolShape(
        path: frame.outline, stroke: style.ink, strokeWidth: style.strokeWidth, dashes: dashes),
      covering: frame.box.inset(by: -half))
  }
}

import Screen

extension SymbolLibrary {
  private static let fieldSize = 30.0
  private static let rowHeight = 29.0
  private static let gap = 8.0
  /// From the middle to a little within the edge of the canvas that `symbol` draws on, 300 wide.
  private static let halfCanvas = 148.0
  private static let contextWidth = 30.0

  /// Text fields around the frame, in the rows of 2525D, figure D-1, for land units.
  func paintTexts(
    _ texts: [SymbolField: String], _ frame: Frame, _ context: SIDC.Context,
    _ painter: inout SymbolPainter
  ) {
    func row(_ fields: [SymbolField]) -> String {
      fields.compactMap { texts[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let left = [
      row([.dateTime]), row([.altitude, .location]), row([.equipmentType]), row([.designation]),
      row([.speed]),
    ]
    let right = [
      row([.reinforced, .country]), row([.staffComments]), row([.additionalInformation]),
      row([.higherFormation]),
      row([.evaluation, .effectiveness, .signature, .hostile, .identificationCodes]),
    ]
    // Beside the frame, never in it: what stands out furthest counts for all rows.
    let reach = max(75, frame.box.maxX) + Self.gap
    // The letter of an exercise or a simulation stands there first.
    let rightEdge = context == .reality ? reach : reach + Self.contextWidth
    for index in 0..<5 {
      let center = Double(index - 2) * Self.rowHeight
      let leftSize = fieldSize(left[index], room: Self.halfCanvas - reach)
      let rightSize = fieldSize(right[index], room: Self.halfCanvas - rightEdge)
      let width = letters.width(of: left[index], size: leftSize)
      write(
        left[index], left: -reach - width, baseline: center + leftSize * Letterforms.capHeight / 2,
        size: leftSize, &painter)
      write(
        right[index], left: rightEdge, baseline: center + rightSize * Letterforms.capHeight / 2,
        size: rightSize, &painter)
    }
    let size = Self.fieldSize
    if let quantity = texts[.quantity], !quantity.isEmpty {
      let width = letters.width(of: quantity, size: size)
      let top = min(painter.bounds.y, frame.box.y)
      write(quantity, left: -width / 2, baseline: top - Self.gap, size: size, &painter)
    }
    if let name = texts[.specialHeadquarters], !name.isEmpty {
      let fit = min(35, 35 * 92 / max(1, letters.width(of: name, size: 35)))
      let width = letters.width(of: name, size: fit)
      write(
        name, left: -width / 2, baseline: fit * Letterforms.capHeight / 2, size: fit, &painter)
    }
  }

  /// The size of a line that fits between frame and canvas: the standard's, or as much smaller as
  /// the line is too long for it.
  private func fieldSize(_ text: String, room: Double) -> Double {
    let full = letters.width(of: text, size: Self.fieldSize)
    return Self.fieldSize * min(1, max(0.2, room / max(1, full)))
  }

  /// Writes one line of text in ink.
  func write(
    _ text: String, left: Double, baseline: Double, size: Double, _ painter: inout SymbolPainter
  ) {
    guard !text.isEmpty else { return }
    painter.add(
      SymbolShape(
        path: letters.path(text, at: Point(left, baseline), size: size),
        stroke: painter.style.ink, strokeWidth: size * Letterforms.strokeWidth))
  }
}

import Screen

extension SymbolLibrary {
  /// Headquarters staff, task-force bracket, feint or dummy chevron (2525D, table A-IV).
  func paintMarks(
    _ frame: Frame, _ sidc: SIDC, _ echelon: Icon?, _ painter: inout SymbolPainter
  ) {
    let box = frame.box
    if sidc.mark.contains(.headquarters) {
      // The staff hangs from the frame's leftmost point and reaches one octagon below the frame.
      let foot = Point(box.x, box.maxY + 100)
      painter.line(Path([Point(box.x, frame.staffTop), foot], closed: false))
    }
    if sidc.mark.contains(.taskForce) {
      let half = max(45, (echelon?.bounds.width ?? 0) / 2 + 13)
      let top = box.y - 40
      painter.line(
        Path(
          [Point(-half, box.y), Point(-half, top), Point(half, top), Point(half, box.y)],
          closed: false))
    }
    if sidc.mark.contains(.dummy) {
      let half = box.width / 2
      let center = box.center.x
      painter.line(
        Path(
          [Point(box.x, box.y), Point(center, box.y - half), Point(box.maxX, box.y)],
          closed: false),
        dashes: [8, 8])
    }
  }

  /// Status beside presence: a bar of colour below everything, or slashes across the frame
  /// (2525D, table A-IV and figure 5-1).
  func paintStatus(_ frame: Frame, _ sidc: SIDC, _ painter: inout SymbolPainter) {
    let color: Color
    switch sidc.status {
    case .present, .planned: return
    case .fullyCapable: color = Color(0, 255, 0)
    case .damaged: color = Color(255, 255, 0)
    case .destroyed: color = Color(255, 0, 0)
    case .full: color = Color(0, 180, 240)
    }
    guard painter.style.statusBars else {
      paintSlashes(frame, sidc, &painter)
      return
    }
    let box = frame.box
    // Mobility marks come first: the bar lies below them.
    let bottom = mobility[sidc.echelon]?.icons[frame.index].bounds.maxY ?? box.maxY
    painter.add(
      SymbolShape(
        path: Path(Rect(box.x, bottom + 5, box.width, 25)), fill: color,
        stroke: painter.style.ink, strokeWidth: painter.style.strokeWidth))
  }

  private func paintSlashes(_ frame: Frame, _ sidc: SIDC, _ painter: inout SymbolPainter) {
    guard sidc.status == .damaged || sidc.status == .destroyed else { return }
    let box = frame.box
    let reach = Point(box.width * 0.4, box.height * 0.75)
    painter.line(
      Path([Point(-reach.x, reach.y), Point(reach.x, -reach.y)], closed: false))
    guard sidc.status == .destroyed else { return }
    painter.line(
      Path([Point(-reach.x, -reach.y), Point(reach.x, reach.y)], closed: false))
  }

  /// The letter at the frame's upper right: X exercise, S simulation, J joker, K faker
  /// (2525D, table A-III).
  func paintContext(_ frame: Frame, _ sidc: SIDC, _ painter: inout SymbolPainter) {
    let letter: String
    switch (sidc.context, sidc.identity) {
    case (.reality, _): return
    case (.exercise, .suspect): letter = "J"
    case (.exercise, .hostile): letter = "K"
    case (.exercise, _): letter = "X"
    case (.simulation, _): letter = "S"
    }
    let size = 35.0
    let left = max(frame.box.maxX, 75) + 8
    write(letter, left: left, baseline: frame.box.y + size * 0.72, size: size, &painter)
  }
}

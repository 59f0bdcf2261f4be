import Geography
import MapTable
import Screen

/// The names of rivers as set for one scale, kept while the scale stays.
struct CurvedNames: Sendable {
  var plan: CurvedNamePlan
  /// Pixels a point that the plan was made for.
  var scale: Double
  /// The scale that the letters are set for, and what was set so far by name.
  var metersPerPixel = 0.0
  var set: [Int: (text: CurvedText, path: Path?)] = [:]
}

extension MapView {
  /// The names' places at a number of pixels a point, worked out once.
  mutating func curvedNames(scale: Double, _ fonts: FontBook) -> CurvedNames {
    if let curvedNames, curvedNames.scale == scale { return curvedNames }
    let plan = CurvedNamePlan(
      theatre, styles.day, beside: namePlan(scale: scale, fonts), fonts: fonts, scale: scale)
    return CurvedNames(plan: plan, scale: scale)
  }

  /// Writes rivers' names along their courses, but none under a panel, over a selected counter or
  /// over a name that had to step aside.
  mutating func drawCurvedNames(
    _ frame: MapFrame, counters: [MapCounter], into list: inout DrawList
  ) {
    var curved = curvedNames(scale: frame.scale, frame.fonts)
    if curved.metersPerPixel != frame.metersPerPixel {
      curved.metersPerPixel = frame.metersPerPixel
      curved.set.removeAll(keepingCapacity: true)
    }
    let color = frame.style[.waterName]
    for (index, name) in curved.plan.names.enumerated()
    where frame.metersPerPixel <= name.largestMetersPerPixel {
      let at = frame.screen(name.place)
      let pixel = Point(at.x.rounded(), at.y.rounded())
      guard name.box.offset(by: pixel).intersects(frame.bounds) else { continue }
      let set = curved.set[index] ?? set(name, curved.plan, frame)
      curved.set[index] = set
      let box = set.text.box.offset(by: pixel)
      if frame.covered.contains(where: box.intersects)
        || counters.contains(where: { $0.isSelected && $0.occupiedRect.intersects(box) })
        || scratch.occupied.contains(where: box.intersects)
      {
        continue
      }
      scratch.occupied.append(box)
      drawBand(set.text, at: pixel, name, frame, into: &list)
      if let path = set.path {
        scratch.path.restart()
        scratch.path.verbs.append(contentsOf: path.verbs)
        for point in path.points { scratch.path.points.append(point + pixel) }
        list.fill(scratch.path, color)
      } else {
        // Without outlines (made-up metrics) the letters stand upright along the course.
        for letter in set.text.letters {
          guard let scalar = Unicode.Scalar(letter.scalar) else { continue }
          list.text(
            String(scalar), at: letter.pen + pixel, name.font, color, fonts: frame.fonts)
        }
      }
    }
    curvedNames = curved
  }

  /// A soft light band under the letters, so that roads beside the river do not run through them.
  private mutating func drawBand(
    _ text: CurvedText, at pixel: Point, _ name: CurvedNamePlan.Name, _ frame: MapFrame,
    into list: inout DrawList
  ) {
    let em = Double(name.font.pixelSize)
    scratch.path.restart()
    for (index, letter) in text.letters.enumerated() {
      let up = Point(letter.along.y, -letter.along.x)
      let foot = index == 0 ? letter.pen : letter.pen + letter.along * (em * 0.28)
      let point = foot + up * (em * 0.32) + pixel
      if index == 0 { scratch.path.move(to: point) } else { scratch.path.line(to: point) }
    }
    list.line(
      scratch.path, LineStyle(width: em * 0.8, cap: .round, join: .round),
      frame.style[.halo].withAlpha(72))
  }

  private func set(
    _ name: CurvedNamePlan.Name, _ plan: CurvedNamePlan, _ frame: MapFrame
  ) -> (text: CurvedText, path: Path?) {
    let setting = CurvedText.Setting(
      name.text, frame.fonts.metrics(of: name.font), spacing: name.spacing)
    let text = CurvedNamePlan.set(
      name, setting, on: plan.lines[name.line], frame.metersPerPixel, styles.day,
      scale: frame.scale)
    let face = frame.fonts.outlines[name.font.face]
    return (text, text.path(face, em: Double(name.font.pixelSize)))
  }
}

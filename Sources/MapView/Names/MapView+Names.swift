import MapTable
import Screen

extension MapView {
  /// The names' places at a number of pixels a point, worked out once.
  mutating func namePlan(_ frame: MapFrame) -> NamePlan {
    let key = Int((frame.scale * 1000).rounded())
    if let plan = names[key] { return plan }
    let candidates = NameCandidate.all(theatre, styles, scale: frame.scale)
    let plan = NamePlan(candidates, fonts: frame.fonts, scale: frame.scale)
    names[key] = plan
    return plan
  }

  /// Writes the names that show, but none under a panel or over a selected counter; where a
  /// counter stands on a name, the name steps aside if it can.
  mutating func drawNames(
    _ frame: MapFrame, counters: [MapCounter], into list: inout DrawList, hits: inout HitMap,
    images: inout ImageTable
  ) {
    let plan = namePlan(frame)
    let bounds = frame.bounds
    let shown = plan.names.filter {
      frame.metersPerPixel <= $0.largestMetersPerPixel
        && $0.box.offset(by: frame.screen($0.place)).intersects(bounds)
    }
    let boxes = shown.map { $0.box.offset(by: frame.screen($0.place)) }
    let taken = counters.map(\.occupiedRect)
    scratch.occupied.removeAll(keepingCapacity: true)
    for (index, name) in shown.enumerated() {
      let at = frame.screen(name.place)
      if name.dotRadius > 0 { drawDot(name, at: at, frame, into: &list, hits: &hits) }
      let spot = spot(of: name, at: at, own: index, boxes: boxes, counters: taken)
      let box = spot.box.offset(by: at)
      if frame.covered.contains(where: { $0.intersects(box) }) { continue }
      if counters.contains(where: { $0.isSelected && $0.occupiedRect.intersects(box) }) { continue }
      scratch.occupied.append(box)
      draw(name, pen: at + spot.pen, frame, into: &list, images: &images)
      if let town = name.town { hits.add(.town(town), box) }
    }
  }

  /// The planned place of a name, or the first other one that neither counters nor names take.
  private func spot(
    of name: MapName, at: Point, own: Int, boxes: [Rect], counters: [Rect]
  ) -> MapName.Spot {
    let box = name.box.offset(by: at)
    guard counters.contains(where: { $0.intersects(box) }) else { return name.spot }
    let free = name.otherSpots.first { spot in
      let other = spot.box.offset(by: at)
      if counters.contains(where: { $0.intersects(other) }) { return false }
      if scratch.occupied.contains(where: { $0.intersects(other) }) { return false }
      return !boxes.enumerated().contains { $0.offset != own && $0.element.intersects(other) }
    }
    return free ?? name.spot
  }

  private mutating func draw(
    _ name: MapName, pen place: Point, _ frame: MapFrame, into list: inout DrawList,
    images: inout ImageTable
  ) {
    let pen = Point(place.x.rounded(), place.y.rounded())
    let color = frame.style[name.ink]
    if name.hasHalo {
      write(name.text, at: pen, name.font, color, frame, into: &list, images: &images)
    } else if name.spacing == 0 {
      list.text(name.text, at: pen, name.font, color, fonts: frame.fonts)
    } else {
      list.spacedText(
        name.text, at: pen, name.font, color, spacing: name.spacing, fonts: frame.fonts)
    }
  }

  private mutating func drawDot(
    _ name: MapName, at: Point, _ frame: MapFrame, into list: inout DrawList, hits: inout HitMap
  ) {
    list.fill(Path(circle: at, radius: name.dotRadius), frame.style[.townRing])
    list.fill(
      Path(circle: at, radius: name.dotRadius - 1.2 * frame.scale), frame.style[.townDot])
    if let town = name.town, let box = name.dotBox { hits.add(.town(town), box.offset(by: at)) }
  }
}

extension DrawList {
  /// Writes letters with extra space between them.
  mutating func spacedText(
    _ text: String, at origin: Point, _ font: Font, _ color: Color, spacing: Double,
    fonts: FontBook
  ) {
    var pen = origin
    for character in text {
      let letter = String(character)
      pen = self.text(letter, at: Point(pen.x.rounded(), pen.y), font, color, fonts: fonts)
      pen.x += spacing
    }
  }
}

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

  /// Writes the names that show, but none under a panel or over a selected counter.
  mutating func drawNames(
    _ frame: MapFrame, counters: [MapCounter], into list: inout DrawList, hits: inout HitMap,
    images: inout ImageTable
  ) {
    let plan = namePlan(frame)
    let bounds = frame.bounds
    for name in plan.names where frame.metersPerPixel <= name.largestMetersPerPixel {
      let at = frame.screen(name.place)
      let box = name.box.offset(by: at)
      guard box.intersects(bounds) else { continue }
      if name.dotRadius > 0 { drawDot(name, at: at, frame, into: &list, hits: &hits) }
      if frame.covered.contains(where: { $0.intersects(box) }) { continue }
      if counters.contains(where: { $0.isSelected && $0.frameRect.intersects(box) }) { continue }
      let pen = Point((at.x + name.pen.x).rounded(), (at.y + name.pen.y).rounded())
      let color = frame.style[name.ink]
      if name.hasHalo,
        let halo = halos.halo(
          name.text, name.font, spacing: name.spacing, radius: 1.6 * frame.scale,
          frame.style[.halo], fonts: frame.fonts, images: &images)
      {
        let corner = pen + halo.offset
        list.image(
          halo.image, to: Rect(corner.x, corner.y, halo.size.width, halo.size.height))
      }
      if name.spacing == 0 {
        list.text(name.text, at: pen, name.font, color, fonts: frame.fonts)
      } else {
        list.spacedText(
          name.text, at: pen, name.font, color, spacing: name.spacing, fonts: frame.fonts)
      }
      if let town = name.town { hits.add(.town(town), box) }
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

import MapTable
import Screen

extension MapView {
  /// The names' places at a number of pixels a point, worked out once.
  mutating func namePlan(scale: Double, _ fonts: FontBook) -> NamePlan {
    let key = Int((scale * 1000).rounded())
    if let plan = names[key] { return plan }
    let candidates = NameCandidate.all(theatre, styles, scale: scale)
    let plan = NamePlan(candidates, fonts: fonts, scale: scale)
    names[key] = plan
    return plan
  }

  /// Lays the names out that show, but none over a selected counter; where a counter stands on a
  /// name, the name steps aside if it can.
  mutating func layNames(
    _ frame: MapFrame, on board: inout MapBoard, images: inout ImageTable
  ) {
    let plan = namePlan(scale: frame.scale, frame.fonts)
    let side = 64 * frame.scale
    var counters = TakenPlaces(frame.camera.size, side: side)
    var chosen = TakenPlaces(frame.camera.size, side: side)
    for counter in board.counters {
      counters.add(counter.occupiedRect)
      if counter.isSelected { chosen.add(counter.occupiedRect) }
    }
    let bounds = frame.bounds
    let shown = plan.names.filter {
      frame.metersPerPixel <= $0.largestMetersPerPixel
        && $0.box.offset(by: frame.screen($0.place)).intersects(bounds)
    }
    var planned = TakenPlaces(frame.camera.size, side: side)
    for (index, name) in shown.enumerated() {
      planned.add(name.box.offset(by: frame.screen(name.place)), owner: index)
    }
    var moved = TakenPlaces(frame.camera.size, side: side)
    for (index, name) in shown.enumerated() {
      let at = frame.screen(name.place)
      var laid = MapBoard.Name(at: at, town: name.town)
      if let dotBox = name.dotBox {
        laid.dot = art.dot(radius: name.dotRadius, frame, images: &images)
        laid.dotBox = dotBox
      }
      var spot = name.spot
      if counters.meets(spot.box.offset(by: at)) {
        spot =
          name.otherSpots.first {
            let box = $0.box.offset(by: at)
            return !counters.meets(box) && !moved.meets(box)
              && !planned.meets(box, besides: index)
          } ?? name.spot
      }
      let box = spot.box.offset(by: at)
      if !chosen.meets(box) {
        moved.add(box)
        scratch.occupied.append(box)
        laid.writing = board.writings.count
        board.writings.append(
          MapBoard.Writing(
            text: name.text, font: name.font, ink: name.ink, pen: spot.pen, box: spot.box,
            sprite: name.hasHalo
              ? sprite(name.text, name.font, frame.style[name.ink], frame, images: &images) : nil,
            spacing: name.spacing))
      }
      board.names.append(laid)
    }
  }
}

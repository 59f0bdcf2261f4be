import Geography
import MapTable
import Screen

extension MapView {
  /// Covers what overlays left outside the theatre: there lies a plain frame.
  mutating func drawOutside(_ frame: MapFrame, into list: inout DrawList) {
    guard let source = sources[frame.view.theme], !frame.box(grownBy: 4).isInside(source.frame)
    else { return }
    // The ring runs clockwise as the rectangle does; turned round, it makes a hole.
    var outside = Path(frame.bounds.inset(by: -4))
    for (index, point) in source.frame.reversed().enumerated() {
      let p = frame.screen(point)
      if index == 0 { outside.move(to: p) } else { outside.line(to: p) }
    }
    outside.close()
    list.fill(outside, frame.style[.frame])
    let edge = Path(source.frame.map { frame.screen($0) }, closed: true)
    list.line(edge, LineStyle(width: frame.scale), frame.style[.furniture].withAlpha(110))
  }
}

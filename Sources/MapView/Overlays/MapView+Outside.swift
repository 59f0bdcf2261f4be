import Geography
import MapTable
import Screen

extension MapView {
  /// Covers what overlays left outside the theatre: there lies a plain frame.
  mutating func drawOutside(_ frame: MapFrame, into list: inout DrawList) {
    guard let source = sources[frame.view.theme], !frame.box(grownBy: 4).isInside(source.frame)
    else { return }
    // The ring runs clockwise as the rectangle does; turned round, it makes a hole.
    let area = frame.bounds.inset(by: -4)
    scratch.path.restart()
    scratch.path.move(to: Point(area.x, area.y))
    scratch.path.line(to: Point(area.maxX, area.y))
    scratch.path.line(to: Point(area.maxX, area.maxY))
    scratch.path.line(to: Point(area.x, area.maxY))
    scratch.path.close()
    scratch.dots.restart()
    for index in source.frame.indices.reversed() {
      let p = frame.screen(source.frame[index])
      if index == source.frame.count - 1 {
        scratch.path.move(to: p)
        scratch.dots.move(to: p)
      } else {
        scratch.path.line(to: p)
        scratch.dots.line(to: p)
      }
    }
    scratch.path.close()
    scratch.dots.close()
    list.fill(scratch.path, frame.style[.frame])
    list.line(
      scratch.dots, LineStyle(width: frame.scale), frame.style[.furniture].withAlpha(110))
  }
}

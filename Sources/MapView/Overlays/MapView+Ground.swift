import MapTable
import Geography
import Screen
import Simulation

extension MapView {
  /// Unseen ground, the tint of ground that others hold, and the front.
  mutating func drawGroundOverlay(_ frame: MapFrame, into list: inout DrawList) {
    let edges = naturalEdges ?? NaturalEdges(theatre)
    naturalEdges = edges
    ground.update(frame.picture, edges: edges)
    fill(ground.unseen, frame.style[.veil], frame, into: &list)
    // The umpire sees every side's tint, so each is fainter.
    let alpha: UInt8 = frame.picture.viewpoint == .umpire ? 24 : 34
    for (side, areas) in ground.held {
      let color = strong(
        frame.color(of: SideID(side), styles.palettes, safe: usesSafePalette), frame)
      fill(areas, color.withAlpha(alpha), frame, into: &list)
    }
    let near = frame.box(grownBy: 20)
    for front in ground.fronts where front.box.intersects(near) {
      drawFront(front, frame, near, into: &list)
    }
  }

  /// A frame colour made deep and full, for lines on the map.
  func strong(_ color: Color, _ frame: MapFrame) -> Color {
    // On the dark map the frame's own colour stands out already.
    if frame.isDark { return color.mixed(with: .black, 0.08) }
    func deep(_ c: UInt8) -> UInt8 {
      let value = Int(c)
      let full = value - (255 - value) * 9 / 10
      return UInt8(max(0, min(255, full * 85 / 100)))
    }
    return Color(deep(color.red), deep(color.green), deep(color.blue))
  }

  private mutating func fill(
    _ areas: [TileArea], _ color: Color, _ frame: MapFrame, into list: inout DrawList
  ) {
    guard color.alpha > 0 else { return }
    let near = frame.box(grownBy: 8)
    scratch.path.restart()
    for area in areas where area.box.intersects(near) {
      for ring in area.rings {
        guard let box = PlaneBox(around: ring), box.intersects(near) else { continue }
        let cut = TileArea.clipped(ring, to: near)
        guard cut.count > 2 else { continue }
        for (index, point) in cut.enumerated() {
          let p = frame.screen(point)
          if index == 0 { scratch.path.move(to: p) } else { scratch.path.line(to: p) }
        }
        scratch.path.close()
      }
    }
    if !scratch.path.verbs.isEmpty { list.fill(scratch.path, color) }
  }

  /// A line along the edges, drawn just inside the owner's ground, with teeth into it.
  private mutating func drawFront(
    _ front: GroundOverlay.Front, _ frame: MapFrame, _ near: PlaneBox, into list: inout DrawList
  ) {
    let color = strong(
      frame.color(of: SideID(front.side), styles.palettes, safe: usesSafePalette), frame)
    let inset = min(0.3, 1.2 * frame.scale * frame.metersPerPixel / 577)
    let step = 5.5 * frame.scale
    let tooth = 4.2 * frame.scale
    var teeth = Path()
    scratch.path.restart()
    var walked = step / 2
    var isOpen = false
    for edge in front.edges {
      guard near.contains(edge.start) || near.contains(edge.end) else {
        isOpen = false
        continue
      }
      let inside = frame.screen(edge.inside)
      let a = Self.toward(inside, frame.screen(edge.start), inset)
      let b = Self.toward(inside, frame.screen(edge.end), inset)
      if isOpen { scratch.path.line(to: a) } else { scratch.path.move(to: a) }
      scratch.path.line(to: b)
      isOpen = true
      let d = b - a
      let length = d.length
      guard length > 0 else { continue }
      // The owner's ground lies on the right of the way; with y downwards that is (-dy, dx).
      let inward = Point(-d.y / length, d.x / length) * tooth
      while walked < length {
        let foot = a + d * (walked / length)
        teeth.move(to: foot)
        teeth.line(to: foot + inward)
        walked += step
      }
      walked -= length
    }
    guard !scratch.path.verbs.isEmpty else { return }
    list.line(scratch.path, LineStyle(width: 2 * frame.scale, cap: .round), color)
    if !teeth.verbs.isEmpty {
      list.line(teeth, LineStyle(width: 1.3 * frame.scale), color.withAlpha(215))
    }
  }

  private static func toward(_ target: Point, _ p: Point, _ part: Double) -> Point {
    p + (target - p) * part
  }
}

import MapTable
import Geography
import Screen
import Simulation

extension MapView {
  /// Unseen ground, the tint of ground that others hold, and the front.
  mutating func drawGroundOverlay(_ frame: MapFrame, into list: inout DrawList) {
    guard !frame.view.hiddenLayers.isSuperset(of: [.unseen, .control, .front]) else { return }
    let edges = naturalEdges ?? NaturalEdges(theatre)
    naturalEdges = edges
    // Nearer than about 1:190,000 every hex that a side holds tells something.
    ground.update(
      frame.picture, edges: edges, grain: frame.metersPerPoint < 51 ? .fine : .coarse)
    let hidden = frame.view.hiddenLayers
    if !hidden.contains(.unseen) { drawUnseen(frame, into: &list) }
    if !hidden.contains(.control) { drawControl(frame, into: &list) }
    guard !hidden.contains(.front) else { return }
    let near = frame.box(grownBy: 20)
    for front in ground.fronts where front.box.intersects(near) {
      drawFront(front, frame, near, into: &list)
    }
  }

  /// A veil over ground that was not seen lately.
  private mutating func drawUnseen(_ frame: MapFrame, into list: inout DrawList) {
    fill(ground.unseen, frame.style[.veil], frame, into: &list)
  }

  private mutating func drawControl(_ frame: MapFrame, into list: inout DrawList) {
    // The umpire sees every side's tint, so each is fainter; near by, the front alone tells.
    let near = frame.metersPerPoint < 30
    let alpha: UInt8 = frame.picture.viewpoint == .umpire ? (near ? 28 : 38) : (near ? 46 : 60)
    for (side, areas) in ground.held {
      let color = frame.color(of: SideID(side), styles.palettes, safe: usesSafePalette)
      // Paper takes the frame's own light colour, so that relief and roads show through.
      fill(areas, color.withAlpha(frame.isDark ? alpha / 2 : alpha), frame, into: &list)
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

  mutating func fill(
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

  /// A line along the edges with teeth into the owner's ground. Where the umpire sees both sides'
  /// lines, each keeps to its own side, so that the two make one two-coloured front.
  private mutating func drawFront(
    _ front: GroundOverlay.Front, _ frame: MapFrame, _ near: PlaneBox, into list: inout DrawList
  ) {
    let isShared = frame.picture.viewpoint == .umpire
    let color = strong(
      frame.color(of: SideID(front.side), styles.palettes, safe: usesSafePalette), frame)
    let line = (isShared ? 1.5 : 2.2) * frame.scale
    let step = (isShared ? 9.0 : 6.5) * frame.scale
    let tooth = (isShared ? 4.2 : 4.6) * frame.scale
    let inset = isShared ? line / 2 : 0
    var teeth = Path()
    scratch.path.restart()
    for piece in pieces(of: front, frame, near) {
      let points = Self.pushed(piece, right: inset)
      var walked = step / 2
      for (index, point) in points.enumerated() {
        guard index > 0 else {
          scratch.path.move(to: point)
          continue
        }
        scratch.path.line(to: point)
        let a = points[index - 1]
        let d = point - a
        let length = d.length
        guard length > 0 else { continue }
        let inward = Self.right(of: d) * tooth
        while walked < length {
          let foot = a + d * (walked / length)
          teeth.move(to: foot)
          teeth.line(to: foot + inward)
          walked += step
        }
        walked -= length
      }
    }
    guard !scratch.path.verbs.isEmpty else { return }
    list.line(scratch.path, LineStyle(width: line, cap: .butt), color)
    if !teeth.verbs.isEmpty {
      list.line(teeth, LineStyle(width: 1.2 * frame.scale), color.withAlpha(200))
    }
  }

  /// The stretches of a front in view, on the glass: along the hexes where these can be told apart,
  /// straightened further out.
  private func pieces(
    of front: GroundOverlay.Front, _ frame: MapFrame, _ near: PlaneBox
  ) -> [[Point]] {
    var pieces: [[Point]] = []
    var current: [Point] = []
    for (a, b) in zip(front.points, front.points.dropFirst()) {
      guard near.contains(a) || near.contains(b) else {
        if !current.isEmpty { pieces.append(current) }
        current = []
        continue
      }
      if current.isEmpty { current.append(frame.screen(a)) }
      current.append(frame.screen(b))
    }
    if !current.isEmpty { pieces.append(current) }
    let hex = 1000 / frame.metersPerPoint
    if hex >= 10 { return pieces }
    let rounds = hex >= 7 ? 2 : 5
    return pieces.map {
      OrderArrow.simplified(
        OrderArrow.averaged($0, rounds: rounds), tolerance: 0.7 * frame.scale)
    }
  }

  /// The way moved sideways to its right, its corners kept sharp.
  private static func pushed(_ points: [Point], right distance: Double) -> [Point] {
    guard distance > 0, points.count > 1 else { return points }
    return points.indices.map { index in
      let before = index > 0 ? right(of: points[index] - points[index - 1]) : Point(0, 0)
      let after =
        index + 1 < points.count ? right(of: points[index + 1] - points[index]) : Point(0, 0)
      let sum = before + after
      let length = sum.length
      return length > 0.3 ? points[index] + sum * (distance / length) : points[index]
    }
  }

  /// The unit step to the right of a direction on the glass, where y runs down.
  private static func right(of d: Point) -> Point {
    let length = d.length
    return length > 0 ? Point(-d.y / length, d.x / length) : Point(0, 0)
  }
}

import MapTable
import Screen
import Simulation

extension Panels {
  mutating func drawMinimap(
    _ slot: Rect, _ picture: Picture, _ view: ViewState, _ canvas: inout Canvas,
    _ images: inout ImageTable
  ) {
    let border = canvas.px(6)
    let frame = TheatreFrame(picture.setup.terrain.grid)
    let room = slot.inset(by: border)
    let size = min(room.width / frame.width, room.height / frame.height)
    let width = max(1, (frame.width * size).rounded(.down))
    let height = max(1, (frame.height * size).rounded(.down))
    // It keeps to the lower left corner of its slot and is no larger than the ground's shape.
    let panel = Rect(
      slot.x, slot.maxY - height - 2 * border, width + 2 * border, height + 2 * border)
    canvas.panel(panel)
    let map = Rect(panel.x + border, panel.y + border, width, height)
    drawGround(map, picture, &canvas, &images)
    if view.theme == .night { canvas.list.fill(map, Ink.dusk) }
    canvas.hits.add(.control(.minimap), map)
    canvas.list.pushClip(map)
    drawDots(map, frame, picture, &canvas)
    drawFrame(map, frame, view, &canvas)
    canvas.list.popClip()
    let mark = canvas.px(16)
    let corner = Rect(map.maxX - mark, map.y, mark, mark)
    canvas.list.fill(corner, Color(22, 26, 36, 170))
    canvas.foldMark(corner, .minimap)
  }

  private mutating func drawGround(
    _ map: Rect, _ picture: Picture, _ canvas: inout Canvas, _ images: inout ImageTable
  ) {
    let terrain = picture.setup.terrain
    let width = max(1, min(2048, Int(map.width)))
    let height = max(1, min(2048, Int(map.height)))
    let id = Minimap.id(
      terrain, terrainHash: picture.setup.terrainHash, width: width, height: height)
    let ground: Minimap
    if let kept = minimap, kept.id == id {
      ground = kept
    } else {
      ground = Minimap(
        terrain, terrainHash: picture.setup.terrainHash, width: width, height: height, id: id)
      if let old = minimap { images[old.id] = nil }
      minimap = ground
    }
    if images[id] == nil { images[id] = ground.bitmap }
    canvas.list.image(id, to: map)
  }

  private func drawDots(
    _ map: Rect, _ frame: TheatreFrame, _ picture: Picture, _ canvas: inout Canvas
  ) {
    let sides = picture.setup.sides
    let half = max(1.5, canvas.px(2))
    func dot(_ position: MapPoint, _ side: SideID) {
      guard sides.indices.contains(side.index), let color = Color(hex: sides[side.index].color)
      else { return }
      let share = frame.fractions(of: GroundPoint(position))
      let middle = Point(
        (map.x + share.x * map.width).rounded(), (map.y + share.y * map.height).rounded())
      let square = Rect(middle.x - half, middle.y - half, half * 2, half * 2)
      canvas.list.fill(square.inset(by: -canvas.scale.rounded()), Color(255, 255, 255, 170))
      canvas.list.fill(square, color.mixed(with: .black, 0.22))
    }
    for contact in picture.contacts where contact.hex >= 0 { dot(contact.position, contact.side) }
    for unit in picture.units where unit.hex >= 0 {
      switch unit.status {
      case .active, .broken, .routed: dot(unit.position, unit.side)
      case .expected, .embarked, .gone, .departed: break
      }
    }
  }

  /// The camera's frame, dark on light ground with a light edge.
  private func drawFrame(
    _ map: Rect, _ frame: TheatreFrame, _ view: ViewState, _ canvas: inout Canvas
  ) {
    let size = view.camera.size
    let a = frame.fractions(of: view.camera.ground(Point(0, 0)))
    let b = frame.fractions(of: view.camera.ground(Point(size.width, size.height)))
    let left = map.x + min(1, max(0, a.x)) * map.width
    let top = map.y + min(1, max(0, a.y)) * map.height
    let right = map.x + min(1, max(0, b.x)) * map.width
    let bottom = map.y + min(1, max(0, b.y)) * map.height
    let half = max(0.5, canvas.scale.rounded() / 2)
    let box = Rect(left, top, max(4, right - left), max(4, bottom - top)).inset(by: half)
    canvas.list.line(Path(box), LineStyle(width: canvas.px(3)), Color(255, 255, 255, 120))
    canvas.list.line(
      Path(box), LineStyle(width: max(1, (1.25 * canvas.scale).rounded())), Color(16, 20, 30))
  }
}

import Screen

/// Paints a frame's tasks on one band of rows; each worker has its own.
final class BandPainter {
  private var painter = Painter()

  func paint(_ frame: CompositorWorkspace, _ surface: Surface, _ rows: Range<Int>) {
    let band = PixelRect(
      left: 0, top: rows.lowerBound, right: surface.width, bottom: rows.upperBound)
    for index in frame.tasks.indices {
      let task = frame.tasks[index]
      let area = task.clip.intersection(band)
      if area.isEmpty { continue }
      switch task.work {
      case .image(let image, let target, let opacity):
        painter.draw(frame.image(image), to: target, opacity: opacity, surface, area)
      case .rectangle: surface.fill(area, task.color)
      case .glyphs(let range): paintGlyphs(frame, range, task.color, surface, area)
      case .fill, .line, .triangles:
        frame.withEdges(index, rows) { painter.fill($0, task.color, surface, area) }
      }
    }
  }

  private func paintGlyphs(
    _ frame: CompositorWorkspace, _ range: Range<Int>, _ color: UInt32, _ surface: Surface,
    _ area: PixelRect
  ) {
    frame.withGlyphs(range) { glyphs, pool in
      for glyph in glyphs where glyph.y < area.bottom && glyph.y + glyph.height > area.top {
        surface.blend(
          pool + glyph.offset, width: glyph.width, height: glyph.height, x: glyph.x, y: glyph.y,
          color, area)
      }
    }
  }
}

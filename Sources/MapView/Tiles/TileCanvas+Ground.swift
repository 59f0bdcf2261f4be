import Geography
import Raster
import Screen

extension TileCanvas {
  /// Land with its relief, and the sea over it.
  mutating func drawGround() {
    let seaPath = path(of: source.sea)
    var water: Bitmap?
    if !seaPath.verbs.isEmpty {
      var mask = Bitmap(width: TileKey.size, height: TileKey.size)
      painter.fill(seaPath, .white, on: &mask)
      water = mask
    }
    let shader = GroundShader(
      raster: source.raster, style: style, metersPerPixel: metersPerPixel,
      metersPerPoint: metersPerPoint)
    shader.fill(
      &bitmap, left: left, top: top, water: water)
  }

  /// The shore of the sea, and lakes with theirs.
  mutating func drawShores() {
    let line = width(.shoreline)
    let lakes = path(of: source.lakes)
    if !lakes.verbs.isEmpty {
      fill(lakes, style[.lake])
      stroke(lakes, width: line, style[.shoreline])
    }
    stroke(path(of: source.shores), width: line, style[.shoreline])
  }

  /// Rivers, widening on their way; small ones only where there is room.
  mutating func drawRivers() {
    let piece = metersPerPixel > 150 ? TileLine.chunkLength : 4
    for line in source.rivers where line.length > 0 {
      guard line.rank <= 2 || shows(.smallRivers) else { continue }
      let full = width(line.rank <= 1 ? .riverGreat : line.rank == 2 ? .riverMiddle : .riverSmall)
      for stretch in line.stretches(in: wideBox) {
        // A stretch is drawn in short pieces, each a little wider than the one before.
        var start = stretch.lowerBound
        while start < stretch.upperBound {
          let end = min(start + piece, stretch.upperBound)
          var path = Path()
          append(line.points[start...end], to: &path)
          let share = line.along[start] / line.length
          stroke(path, width: full * (0.55 + 0.45 * min(1, share * 1.5)), style[.river])
          start = end
        }
      }
    }
  }

  /// Outside the theatre's box lies a plain frame, the same by day and by night.
  mutating func drawFrame() {
    guard !wideBox.isInside(source.frame) else { return }
    let cut = TileArea.clipped(source.frame, to: wideBox.grown(by: 16 * metersPerPixel))
    var outside = Path(bounds.inset(by: -4))
    // The ring runs clockwise as the rectangle does; turned round, it makes a hole.
    outside.append(Path(cut.reversed().map { pixel($0) }, closed: true))
    fill(outside, style[.frame])
    let edge = Path(source.frame.map { pixel($0) }, closed: true)
    stroke(edge, width: scale, style[.furniture].withAlpha(110))
  }

  /// Night falls on the finished tile: every channel is multiplied with the light's colour.
  mutating func dim() {
    guard light > 0 else { return }
    let tint = tint
    let (r, g, b) = (UInt32(tint.red), UInt32(tint.green), UInt32(tint.blue))
    bitmap.pixels.withUnsafeMutableBufferPointer { pixels in
      for index in pixels.indices {
        let p = pixels[index]
        let red = Self.product(p >> 16 & 255, r)
        let green = Self.product(p >> 8 & 255, g)
        pixels[index] = 0xFF00_0000 | red << 16 | green << 8 | Self.product(p & 255, b)
      }
    }
  }

  /// The light's colour.
  var tint: Color { Color.white.mixed(with: style[.darkness], Double(light) / 8) }

  /// a × b / 255, rounded, for 0…255 each.
  @inline(__always)
  static func product(_ a: UInt32, _ b: UInt32) -> UInt32 { (a * b * 257 + 32_896) >> 16 }
}

extension Path {
  /// Adds the parts of another path.
  mutating func append(_ other: Path) {
    verbs.append(contentsOf: other.verbs)
    points.append(contentsOf: other.points)
  }
}

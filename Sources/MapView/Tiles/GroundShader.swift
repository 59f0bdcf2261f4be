import Screen

/// Colours the ground of one tile: tints and relief on a lattice with smooth cubic weights, and
/// pixels between by straight interpolation.
struct GroundShader {
  let raster: GroundRaster
  let style: MapStyle
  let metersPerPixel: Double
  /// Metres a point, for what should look the same on fine displays.
  let metersPerPoint: Double

  /// Pixels from one lattice point to the next: 1 far out, up to 8 where a node covers many.
  private var step: Int {
    let node = GroundRaster.spacing / metersPerPixel
    return node >= 48 ? 8 : node >= 20 ? 4 : node >= 8 ? 2 : 1
  }

  /// How much heights are exaggerated: more far out, where slopes average away.
  private var exaggeration: Float {
    Float(style.relief * (2.2 + min(5, metersPerPoint / 110)))
  }

  /// Fills a tile, `size` pixels square, whose top left pixel is (`left`, `top`) in the lattice of
  /// pixels that starts at the grid's origin. `water` is the coverage of the sea by pixel, 0…255.
  func fill(_ bitmap: inout Bitmap, left: Int, top: Int, water: [UInt8]?) {
    let size = bitmap.width
    let step = self.step
    let count = size / step + 1
    var land = [SIMD4<Float>](repeating: .zero, count: count * count)
    var sea = [SIMD4<Float>]()
    for row in 0..<count {
      landRow(&land, row, count, left: left, y: top + row * step, step: step)
    }
    if water != nil {
      sea = [SIMD4<Float>](repeating: .zero, count: count * count)
      for row in 0..<count { seaRow(&sea, row, count, left: left, y: top + row * step, step: step) }
    }
    for y in 0..<size {
      let row = y / step
      let part = Float(y - row * step) / Float(step)
      for column in 0..<(size / step) {
        let at = row * count + column
        var color = land[at] + (land[at + count] - land[at]) * part
        let right = land[at + 1] + (land[at + count + 1] - land[at + 1]) * part
        let change = (right - color) / Float(step)
        var blue = SIMD4<Float>.zero
        var blueChange = SIMD4<Float>.zero
        if water != nil {
          blue = sea[at] + (sea[at + count] - sea[at]) * part
          blueChange = (sea[at + 1] + (sea[at + count + 1] - sea[at + 1]) * part - blue)
          blueChange /= Float(step)
        }
        let start = y * size + column * step
        for x in start..<(start + step) {
          var mixed = color
          if let water, water[x] > 0 { mixed += (blue - color) * (Float(water[x]) / 255) }
          bitmap.pixels[x] = Self.packed(mixed)
          color += change
          blue += blueChange
        }
      }
    }
  }

  @inline(__always)
  private static func packed(_ c: SIMD4<Float>) -> UInt32 {
    let v = SIMD4<UInt32>(
      truncatingIfNeeded: SIMD4<Int32>((c + 0.5).clamped(lowerBound: .zero, upperBound: .init(repeating: 255.4))))
    return 0xFF00_0000 | v.x << 16 | v.y << 8 | v.z
  }

  /// The four weights of the uniform cubic B-spline and of its derivative at `t` between two nodes
  /// (de Boor 1978); it smooths by about one node, which hides the cells of the sources.
  @inline(__always)
  private static func weights(_ t: Float) -> (value: SIMD4<Float>, slope: SIMD4<Float>) {
    let s = 1 - t
    let value = SIMD4<Float>(
      s * s * s, 3 * t * t * t - 6 * t * t + 4, 3 * s * s * s - 6 * s * s + 4, t * t * t) / 6
    let slope = SIMD4<Float>(-s * s, 3 * t * t - 4 * t, -3 * s * s + 4 * s, t * t) / 2
    return (value, slope)
  }

  private func landRow(
    _ lattice: inout [SIMD4<Float>], _ row: Int, _ count: Int, left: Int, y: Int, step: Int
  ) {
    let r = position((raster.north + (Double(y) + 0.5) * metersPerPixel), raster.rows)
    let vertical = Self.weights(r.part)
    let first = position((Double(left) + 0.5) * metersPerPixel - raster.west, raster.columns).node
    let last = position(
      (Double(left + (count - 1) * step) + 0.5) * metersPerPixel - raster.west, raster.columns
    ).node + 3
    // One pass down the columns that the row needs, then one along it.
    var values = [SIMD4<Float>](repeating: .zero, count: last - first + 1)
    var slopes = [Float](repeating: 0, count: last - first + 1)
    for column in first...last {
      let at = r.node * raster.columns + column
      let a = raster.nodes[at]
      let b = raster.nodes[at + raster.columns]
      let c = raster.nodes[at + 2 * raster.columns]
      let d = raster.nodes[at + 3 * raster.columns]
      let w = vertical.value
      values[column - first] = a * w.x + b * w.y + c * w.z + d * w.w
      slopes[column - first] = (SIMD4(a.w, b.w, c.w, d.w) * vertical.slope).sum()
    }
    let shade = ReliefShade(style, Float(GroundRaster.spacing) / exaggeration)
    for index in 0..<count {
      let c = position(
        (Double(left + index * step) + 0.5) * metersPerPixel - raster.west, raster.columns)
      let (w, dw) = Self.weights(c.part)
      let at = c.node - first
      let (p, q, s, t) = (values[at], values[at + 1], values[at + 2], values[at + 3])
      let tint = p * w.x + q * w.y + s * w.z + t * w.w
      let east = (SIMD4(p.w, q.w, s.w, t.w) * dw).sum()
      let south = (SIMD4(slopes[at], slopes[at + 1], slopes[at + 2], slopes[at + 3]) * w).sum()
      lattice[row * count + index] = shade.lit(tint, east: east, south: south)
    }
  }

  private func seaRow(
    _ lattice: inout [SIMD4<Float>], _ row: Int, _ count: Int, left: Int, y: Int, step: Int
  ) {
    let deep = Self.vector(style[.seaDeep])
    let shallow = Self.vector(style[.seaShallow])
    let reach = Float(max(5000, 22 * metersPerPoint))
    let r = position(raster.north + (Double(y) + 0.5) * metersPerPixel, raster.rows)
    for index in 0..<count {
      let c = position(
        (Double(left + index * step) + 0.5) * metersPerPixel - raster.west, raster.columns)
      let w = Self.weights(c.part).value
      let v = Self.weights(r.part).value
      var distance: Float = 0
      for k in 0..<4 {
        let at = (r.node + k) * raster.columns + c.node
        let line = SIMD4(
          raster.seaDistance[at], raster.seaDistance[at + 1], raster.seaDistance[at + 2],
          raster.seaDistance[at + 3])
        distance += (line * w).sum() * v[k]
      }
      let t = min(1, distance / reach)
      lattice[row * count + index] = shallow + (deep - shallow) * (t * (2 - t))
    }
  }

  /// The first of the four nodes around a place, `meters` from the raster's edge, and how far the
  /// place lies between the middle two; places outside take the edge's.
  @inline(__always)
  private func position(_ meters: Double, _ limit: Int) -> (node: Int, part: Float) {
    let exact = min(Double(limit - 3) - 0.001, max(1, meters / GroundRaster.spacing))
    let whole = Int(exact)
    return (whole - 1, Float(exact - Double(whole)))
  }

  private static func vector(_ c: Color) -> SIMD4<Float> {
    SIMD4(Float(c.red), Float(c.green), Float(c.blue), 0)
  }
}

/// Light from the north-west on a slope.
private struct ReliefShade {
  let shadow: SIMD4<Float>
  let light: SIMD4<Float>
  /// Metres between nodes over the exaggeration: the third component of the unscaled normal.
  let rise: Float

  init(_ style: MapStyle, _ rise: Float) {
    let (s, l) = (style[.shadow], style[.light])
    shadow = SIMD4(Float(s.red), Float(s.green), Float(s.blue), 0)
    light = SIMD4(Float(l.red), Float(l.green), Float(l.blue), 0)
    self.rise = rise
  }

  /// A tint lit by the sun at 45° in the north-west; `east` and `south` are metres of climb a node.
  @inline(__always)
  func lit(_ tint: SIMD4<Float>, east: Float, south: Float) -> SIMD4<Float> {
    // The normal of the slope is (-east, south, rise) with north positive; the light comes from
    // (-1/2, 1/2, 1/√2).
    let dot = (east + south) * 0.5 + rise * 0.70710678
    let length = (east * east + south * south + rise * rise).squareRoot()
    let lit = dot / length - 0.70710678
    return lit < 0
      ? tint + (shadow - tint) * min(0.55, -lit * 0.95) : tint + (light - tint) * min(0.6, lit * 1.5)
  }
}

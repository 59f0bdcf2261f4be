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
  /// pixels that starts at the grid's origin. `water` holds the coverage of the sea as alpha.
  func fill(_ bitmap: inout Bitmap, left: Int, top: Int, water: Bitmap?) {
    let size = bitmap.width
    let step = self.step
    let count = size / step + 1
    let columns = (0..<count).map { index in
      Sample(
        position(
          (Double(left + index * step) + 0.5) * metersPerPixel - raster.west, raster.columns))
    }
    var land = [SIMD4<Float>](repeating: .zero, count: count * count)
    var sea = water == nil ? [] : land
    raster.nodes.withUnsafeBufferPointer { nodes in
      for row in 0..<count {
        let y = raster.north + (Double(top + row * step) + 0.5) * metersPerPixel
        let place = Sample(position(y, raster.rows))
        landRow(&land, row * count, columns, place, nodes)
        if water != nil { seaRow(&sea, row * count, columns, place) }
      }
    }
    land.withUnsafeBufferPointer { land in
      bitmap.pixels.withUnsafeMutableBufferPointer { pixels in
        blend(land, into: pixels, size: size, step: step)
        guard let water else { return }
        sea.withUnsafeBufferPointer { sea in
          water.pixels.withUnsafeBufferPointer { mask in
            flood(sea, mask, into: pixels, size: size, step: step)
          }
        }
      }
    }
  }

  /// Pixels between the points of the land's lattice.
  private func blend(
    _ lattice: UnsafeBufferPointer<SIMD4<Float>>, into pixels: UnsafeMutableBufferPointer<UInt32>,
    size: Int, step: Int
  ) {
    let count = size / step + 1
    let share = 1 / Float(step)
    for y in 0..<size {
      let row = y / step
      let part = Float(y - row * step) * share
      var at = row * count
      var index = y * size
      for _ in 0..<(size / step) {
        if step == 1 {
          pixels[index] = Self.packed(lattice[at])
          index += 1
        } else {
          var color = lattice[at] + (lattice[at + count] - lattice[at]) * part
          let right = lattice[at + 1] + (lattice[at + count + 1] - lattice[at + 1]) * part
          let change = (right - color) * share
          for _ in 0..<step {
            pixels[index] = Self.packed(color)
            color += change
            index += 1
          }
        }
        at += 1
      }
    }
  }

  /// The sea over the land, by its coverage.
  private func flood(
    _ lattice: UnsafeBufferPointer<SIMD4<Float>>, _ mask: UnsafeBufferPointer<UInt32>,
    into pixels: UnsafeMutableBufferPointer<UInt32>, size: Int, step: Int
  ) {
    let count = size / step + 1
    let share = 1 / Float(step)
    for y in 0..<size {
      let row = y / step
      let part = Float(y - row * step) * share
      for x in 0..<size {
        let coverage = mask[y * size + x] >> 24
        guard coverage > 0 else { continue }
        let column = x / step
        let at = row * count + column
        let across = Float(x - column * step) * share
        let left = lattice[at] + (lattice[at + count] - lattice[at]) * part
        let right = lattice[at + 1] + (lattice[at + count + 1] - lattice[at + 1]) * part
        let blue = left + (right - left) * across
        if coverage == 255 {
          pixels[y * size + x] = Self.packed(blue)
        } else {
          let old = pixels[y * size + x]
          let land = SIMD4(Float(old >> 16 & 255), Float(old >> 8 & 255), Float(old & 255), 0)
          pixels[y * size + x] = Self.packed(land + (blue - land) * (Float(coverage) / 255))
        }
      }
    }
  }

  @inline(__always)
  private static func packed(_ c: SIMD4<Float>) -> UInt32 {
    // Tints are mixes of colours, so no channel leaves 0…255. Scalar by scalar: the conversion of
    // whole vectors is a slow generic call.
    0xFF00_0000 | UInt32(c.x + 0.5) << 16 | UInt32(c.y + 0.5) << 8 | UInt32(c.z + 0.5)
  }

  /// The four weights of the uniform cubic B-spline and of its derivative at `t` between two nodes
  /// (de Boor 1978); it smooths by about one node, which hides the cells of the sources.
  @inline(__always)
  static func weights(_ t: Float) -> (value: SIMD4<Float>, slope: SIMD4<Float>) {
    let s = 1 - t
    let value =
      SIMD4<Float>(
        s * s * s, 3 * t * t * t - 6 * t * t + 4, 3 * s * s * s - 6 * s * s + 4, t * t * t) / 6
    let slope = SIMD4<Float>(-s * s, 3 * t * t - 4 * t, -3 * s * s + 4 * s, t * t) / 2
    return (value, slope)
  }

  /// Where a lattice line meets the nodes, with its weights.
  private struct Sample {
    let node: Int
    let value: SIMD4<Float>
    let slope: SIMD4<Float>

    @inline(__always)
    init(_ place: (node: Int, part: Float)) {
      node = place.node
      (value, slope) = GroundShader.weights(place.part)
    }
  }

  private func landRow(
    _ lattice: inout [SIMD4<Float>], _ start: Int, _ columns: [Sample], _ row: Sample,
    _ nodes: UnsafeBufferPointer<SIMD4<Float>>
  ) {
    guard let first = columns.first?.node, let last = columns.last?.node else { return }
    // One pass down the columns that the row needs, then one along it.
    let width = last + 4 - first
    withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: width) { values in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { slopes in
        for column in 0..<width {
          let at = row.node * raster.columns + first + column
          let a = nodes[at]
          let b = nodes[at + raster.columns]
          let c = nodes[at + 2 * raster.columns]
          let d = nodes[at + 3 * raster.columns]
          let w = row.value
          values[column] = a * w.x + b * w.y + c * w.z + d * w.w
          let s = row.slope
          slopes[column] = a.w * s.x + b.w * s.y + c.w * s.z + d.w * s.w
        }
        let shade = ReliefShade(style, Float(GroundRaster.spacing) / exaggeration)
        for (index, column) in columns.enumerated() {
          let at = column.node - first
          let (p, q, s, t) = (values[at], values[at + 1], values[at + 2], values[at + 3])
          let w = column.value
          let dw = column.slope
          let tint = p * w.x + q * w.y + s * w.z + t * w.w
          let east = p.w * dw.x + q.w * dw.y + s.w * dw.z + t.w * dw.w
          let south =
            slopes[at] * w.x + slopes[at + 1] * w.y + slopes[at + 2] * w.z + slopes[at + 3] * w.w
          lattice[start + index] = shade.lit(tint, east: east, south: south)
        }
      }
    }
  }

  private func seaRow(
    _ lattice: inout [SIMD4<Float>], _ start: Int, _ columns: [Sample], _ row: Sample
  ) {
    let deep = Self.vector(style[.seaDeep])
    let shallow = Self.vector(style[.seaShallow])
    let reach = Float(max(5000, 22 * metersPerPoint))
    raster.seaDistance.withUnsafeBufferPointer { far in
      for (index, column) in columns.enumerated() {
        let w = column.value
        var distance: Float = 0
        for k in 0..<4 {
          let at = (row.node + k) * raster.columns + column.node
          let line = far[at] * w.x + far[at + 1] * w.y + far[at + 2] * w.z + far[at + 3] * w.w
          distance += line * row.value[k]
        }
        let t = min(1, distance / reach)
        lattice[start + index] = shallow + (deep - shallow) * (t * (2 - t))
      }
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
      ? tint + (shadow - tint) * min(0.55, -lit * 0.95)
      : tint + (light - tint) * min(0.6, lit * 1.5)
  }
}

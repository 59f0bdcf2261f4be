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
    let rows = step == 1 ? size : count
    // Of the lattice two rows at a time are kept: above and below the pixels being made.
    withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: 4 * count) { space in
      guard let start = space.baseAddress else { return }
      var (upper, lower) = (start, start + count)
      var (upperSea, lowerSea) = (start + 2 * count, start + 3 * count)
      for row in 0..<rows {
        let y = raster.north + (Double(top + row * step) + 0.5) * metersPerPixel
        let place = Sample(position(y, raster.rows))
        (upper, lower) = (lower, upper)
        landRow(lower, columns, place)
        if water != nil {
          (upperSea, lowerSea) = (lowerSea, upperSea)
          seaRow(lowerSea, columns, place)
        }
        if step > 1, row == 0 { continue }
        // Where every pixel has its own lattice point, the row just made is a row of pixels.
        let first = step == 1 ? row : (row - 1) * step
        for part in 0..<step {
          blend(
            Band(upper, lower, step, Float(part)), into: &bitmap, line: first + part)
          guard let water else { continue }
          flood(
            Band(upperSea, lowerSea, step, Float(part)), water, into: &bitmap, line: first + part)
        }
      }
    }
  }

  /// Two rows of the lattice, and how far between them a line of pixels lies.
  private struct Band {
    let upper: UnsafePointer<SIMD4<Float>>
    let lower: UnsafePointer<SIMD4<Float>>
    let step: Int
    let share: Float
    let part: Float

    init(
      _ upper: UnsafeMutablePointer<SIMD4<Float>>, _ lower: UnsafeMutablePointer<SIMD4<Float>>,
      _ step: Int, _ part: Float
    ) {
      (self.upper, self.lower) = (UnsafePointer(upper), UnsafePointer(lower))
      self.step = step
      share = 1 / Float(step)
      self.part = part * share
    }

    /// The colour at a lattice column on the line.
    @inline(__always)
    subscript(column: Int) -> SIMD4<Float> {
      upper[column] + (lower[column] - upper[column]) * part
    }
  }

  /// A line of pixels between the points of the land's lattice.
  private func blend(_ band: Band, into bitmap: inout Bitmap, line: Int) {
    let size = bitmap.width
    bitmap.pixels.withUnsafeMutableBufferPointer { pixels in
      guard let row = pixels.baseAddress.map({ $0 + line * size }) else { return }
      if band.step == 1 {
        for x in 0..<size { row[x] = Self.packed(band.lower[x]) }
        return
      }
      var left = band[0]
      var index = 0
      for column in 1...(size / band.step) {
        let right = band[column]
        let change = (right - left) * band.share
        var color = left
        for _ in 0..<band.step {
          row[index] = Self.packed(color)
          color += change
          index += 1
        }
        left = right
      }
    }
  }

  /// The sea over a line of the land, by its coverage.
  private func flood(_ band: Band, _ water: Bitmap, into bitmap: inout Bitmap, line: Int) {
    let size = bitmap.width
    water.pixels.withUnsafeBufferPointer { mask in
      bitmap.pixels.withUnsafeMutableBufferPointer { pixels in
        for x in 0..<size {
          let coverage = mask[line * size + x] >> 24
          guard coverage > 0 else { continue }
          let column = x / band.step
          var blue = band.step == 1 ? band.lower[x] : band[column]
          if band.step > 1 {
            blue += (band[column + 1] - blue) * (Float(x - column * band.step) * band.share)
          }
          if coverage < 255 {
            let old = pixels[line * size + x]
            let land = SIMD4(Float(old >> 16 & 255), Float(old >> 8 & 255), Float(old & 255), 0)
            blue = land + (blue - land) * (Float(coverage) / 255)
          }
          pixels[line * size + x] = Self.packed(blue)
        }
      }
    }
  }

  /// The nearest whole numbers as a pixel. Tints are mixes of colours, so no channel leaves 0…255;
  /// added to 2²³, a float has the nearest whole number in its lowest bits, and no conversion needs
  /// to look at its range.
  @inline(__always)
  private static func packed(_ c: SIMD4<Float>) -> UInt32 {
    let whole = unsafeBitCast(c + 8_388_608, to: SIMD4<UInt32>.self)
    return 0xFF00_0000 | (whole.x & 255) << 16 | (whole.y & 255) << 8 | (whole.z & 255)
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
    _ lattice: UnsafeMutablePointer<SIMD4<Float>>, _ columns: [Sample], _ row: Sample
  ) {
    guard let first = columns.first?.node, let last = columns.last?.node else { return }
    // One pass down the columns that the row needs, then one along it.
    let width = last + 4 - first
    let shade = ReliefShade(style, Float(GroundRaster.spacing) / exaggeration)
    withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: width) { values in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { slopes in
        raster.nodes.withUnsafeBufferPointer { nodes in
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
        }
        for (index, column) in columns.enumerated() {
          let at = column.node - first
          let (p, q, s, t) = (values[at], values[at + 1], values[at + 2], values[at + 3])
          let w = column.value
          let dw = column.slope
          let tint = p * w.x + q * w.y + s * w.z + t * w.w
          let east = p.w * dw.x + q.w * dw.y + s.w * dw.z + t.w * dw.w
          let south =
            slopes[at] * w.x + slopes[at + 1] * w.y + slopes[at + 2] * w.z + slopes[at + 3] * w.w
          lattice[index] = shade.lit(tint, east: east, south: south)
        }
      }
    }
  }

  private func seaRow(
    _ lattice: UnsafeMutablePointer<SIMD4<Float>>, _ columns: [Sample], _ row: Sample
  ) {
    guard let first = columns.first?.node, let last = columns.last?.node else { return }
    let deep = Self.vector(style[.seaDeep])
    let shallow = Self.vector(style[.seaShallow])
    let reach = 1 / Float(max(5000, 22 * metersPerPoint))
    let width = last + 4 - first
    withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { far in
      raster.seaDistance.withUnsafeBufferPointer { nodes in
        for column in 0..<width {
          let at = row.node * raster.columns + first + column
          far[column] =
            nodes[at] * row.value.x + nodes[at + raster.columns] * row.value.y
            + nodes[at + 2 * raster.columns] * row.value.z
            + nodes[at + 3 * raster.columns] * row.value.w
        }
      }
      for (index, column) in columns.enumerated() {
        let at = column.node - first
        let w = column.value
        let distance =
          far[at] * w.x + far[at + 1] * w.y + far[at + 2] * w.z + far[at + 3] * w.w
        let t = min(1, distance * reach)
        lattice[index] = shallow + (deep - shallow) * (t * (2 - t))
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

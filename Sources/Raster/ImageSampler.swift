import Screen

/// Paints a bitmap stretched to a rectangle of whole pixels: bilinear where it grows, averaged over
/// each pixel's exact footprint where it shrinks. Keeps its buffers.
struct ImageSampler {
  private var across = AxisTaps()
  private var down = AxisTaps()
  private var rows: [[UInt32]] = [[], []]
  private var rowNames = [-1, -1]
  private var evens: [UInt32] = []
  private var odds: [UInt32] = []

  /// Paints the part of the image at `target` that lies within `clip` (which lies within the
  /// pixels) with an opacity of 0…255.
  mutating func draw(
    _ image: UnsafePointer<UInt32>, width: Int, height: Int, to target: PixelRect,
    opacity: UInt8, clip: PixelRect, onto pixels: UnsafeMutablePointer<UInt32>, stride: Int
  ) {
    let part = target.intersection(clip)
    if part.isEmpty || opacity == 0 { return }
    if target.width == width && target.height == height {
      for y in part.top..<part.bottom {
        blendRow(
          pixels + (y * stride + part.left),
          image + ((y - target.top) * width + part.left - target.left), part.width,
          opacity: opacity)
      }
      return
    }
    across.prepare(
      source: width, target: target.width, part: part.left - target.left..<part.right - target.left)
    down.prepare(
      source: height, target: target.height, part: part.top - target.top..<part.bottom - target.top)
    rowNames = [-1, -1]
    for y in 0..<part.height {
      sampleRow(y, image, width, part.width)
      evens.withUnsafeBufferPointer { row in
        guard let start = row.baseAddress else { return }
        blendRow(
          pixels + ((part.top + y) * stride + part.left), start, part.width, opacity: opacity)
      }
    }
  }

  /// Leaves row `y` of the part in `evens`.
  private mutating func sampleRow(
    _ y: Int, _ image: UnsafePointer<UInt32>, _ width: Int, _ count: Int
  ) {
    if evens.count < count {
      evens = [UInt32](repeating: 0, count: count)
      odds = evens
    }
    let taps = down.range(y)
    if taps.count == 1 {
      let slot = resampled(down.sources[taps.lowerBound], image, width, count)
      rows[slot].withUnsafeBufferPointer { row in
        evens.withUnsafeMutableBufferPointer { result in
          for x in 0..<count { result[x] = row[x] }
        }
      }
      return
    }
    for x in 0..<count {
      evens[x] = 0x0080_0080
      odds[x] = 0x0080_0080
    }
    for tap in taps {
      let weight = down.weights[tap]
      let slot = resampled(down.sources[tap], image, width, count)
      accumulate(slot, weight, count)
    }
    evens.withUnsafeMutableBufferPointer { evens in
      odds.withUnsafeBufferPointer { odds in
        for x in 0..<count {
          evens[x] = ((evens[x] >> 8) & evenBytes) | (odds[x] & ~evenBytes)
        }
      }
    }
  }

  private mutating func accumulate(_ slot: Int, _ weight: UInt32, _ count: Int) {
    rows[slot].withUnsafeBufferPointer { row in
      evens.withUnsafeMutableBufferPointer { evens in
        odds.withUnsafeMutableBufferPointer { odds in
          for x in 0..<count {
            evens[x] &+= (row[x] & evenBytes) &* weight
            odds[x] &+= ((row[x] >> 8) & evenBytes) &* weight
          }
        }
      }
    }
  }

  /// The slot that holds a source row stretched across; the last two rows are kept.
  private mutating func resampled(
    _ source: Int, _ image: UnsafePointer<UInt32>, _ width: Int, _ count: Int
  ) -> Int {
    if rowNames[0] == source { return 0 }
    if rowNames[1] == source { return 1 }
    let slot = rowNames[0] < rowNames[1] ? 0 : 1
    rowNames[slot] = source
    if rows[slot].count < count { rows[slot] = [UInt32](repeating: 0, count: count) }
    let line = image + source * width
    rows[slot].withUnsafeMutableBufferPointer { result in
      across.stretch(line, into: result, count)
    }
    return slot
  }
}

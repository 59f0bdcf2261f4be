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
    let first = taps.lowerBound
    if taps.count <= 2 {
      let second = taps.count == 2 ? first + 1 : first
      let a = resampled(down.sources[first], image, width, count)
      let b = resampled(down.sources[second], image, width, count)
      mix(a, down.weights[first], b, second > first ? down.weights[second] : 0, count)
      return
    }
    for x in 0..<count {
      evens[x] = 0x0080_0080
      odds[x] = 0x0080_0080
    }
    for tap in taps {
      let slot = resampled(down.sources[tap], image, width, count)
      accumulate(slot, down.weights[tap], count)
    }
    evens.withUnsafeMutableBufferPointer { evens in
      odds.withUnsafeBufferPointer { odds in
        for x in 0..<count {
          evens[x] = ((evens[x] >> 8) & evenBytes) | (odds[x] & ~evenBytes)
        }
      }
    }
  }

  private mutating func mix(_ a: Int, _ aWeight: UInt32, _ b: Int, _ bWeight: UInt32, _ count: Int)
  {
    rows[a].withUnsafeBufferPointer { p in
      rows[b].withUnsafeBufferPointer { q in
        evens.withUnsafeMutableBufferPointer { result in
          guard let p = p.baseAddress, let q = q.baseAddress, let result = result.baseAddress
          else { return }
          mixRows(p, aWeight, q, bWeight, result, count)
        }
      }
    }
  }

  private mutating func accumulate(_ slot: Int, _ weight: UInt32, _ count: Int) {
    rows[slot].withUnsafeBufferPointer { row in
      evens.withUnsafeMutableBufferPointer { evens in
        odds.withUnsafeMutableBufferPointer { odds in
          guard let row = row.baseAddress, let evens = evens.baseAddress,
            let odds = odds.baseAddress
          else { return }
          addWeighted(row, weight, evens, odds, count)
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

import Screen

/// Paints a bitmap stretched to a rectangle of whole pixels: bilinear where it grows, averaged over
/// each pixel's exact footprint where it shrinks. Keeps its buffers.
struct ImageSampler {
  /// Taps of the sizes met last, since the tiles of a level share theirs.
  private var kept: [AxisTaps] = []
  private static let keptSizes = 8
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
    let across = taps(source: width, target: target.width)
    let down = taps(source: height, target: target.height)
    // A new literal would be copied at the first row.
    rowNames[0] = -1
    rowNames[1] = -1
    let columns = part.left - target.left..<part.right - target.left
    if evens.count < part.width {
      evens = [UInt32](repeating: 0, count: part.width)
      odds = evens
    }
    for y in part.top..<part.bottom {
      sampleRow(down, y - target.top, across, columns, image, width)
      evens.withUnsafeBufferPointer { row in
        guard let start = row.baseAddress else { return }
        blendRow(pixels + (y * stride + part.left), start, part.width, opacity: opacity)
      }
    }
  }

  /// The taps of a size: known ones, or new ones in place of the oldest.
  private mutating func taps(source: Int, target: Int) -> AxisTaps {
    if let known = kept.first(where: { $0.size == (source, target) }) { return known }
    var taps = kept.count < Self.keptSizes ? AxisTaps() : kept.removeFirst()
    taps.prepare(source: source, target: target)
    kept.append(taps)
    return taps
  }

  /// Leaves row `y` of the target, `columns` of it, in `evens`.
  private mutating func sampleRow(
    _ down: AxisTaps, _ y: Int, _ across: AxisTaps, _ columns: Range<Int>,
    _ image: UnsafePointer<UInt32>, _ width: Int
  ) {
    let count = columns.count
    let taps = down.range(y)
    let first = taps.lowerBound
    if taps.count <= 2 {
      let second = taps.count == 2 ? first + 1 : first
      let a = resampled(down.sources[first], across, columns, image, width)
      let b = resampled(down.sources[second], across, columns, image, width)
      mix(a, down.weights[first], b, second > first ? down.weights[second] : 0, count)
      return
    }
    for x in 0..<count {
      evens[x] = 0x0080_0080
      odds[x] = 0x0080_0080
    }
    for tap in taps {
      let slot = resampled(down.sources[tap], across, columns, image, width)
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
    _ source: Int, _ across: AxisTaps, _ columns: Range<Int>, _ image: UnsafePointer<UInt32>,
    _ width: Int
  ) -> Int {
    if rowNames[0] == source { return 0 }
    if rowNames[1] == source { return 1 }
    let slot = rowNames[0] < rowNames[1] ? 0 : 1
    rowNames[slot] = source
    if rows[slot].count < columns.count {
      rows[slot] = [UInt32](repeating: 0, count: columns.count)
    }
    let line = image + source * width
    rows[slot].withUnsafeMutableBufferPointer { result in
      guard let start = result.baseAddress else { return }
      across.stretch(line, into: start, columns)
    }
    return slot
  }
}

/// Which source pixels make each target pixel along one axis, with weights that sum to 256.
struct AxisTaps {
  private(set) var starts: [Int] = []
  private(set) var sources: [Int] = []
  private(set) var weights: [UInt32] = []
  private var hasPairsOnly = false

  func range(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// Computes the taps of the target pixels `part` when `source` pixels become `target`.
  mutating func prepare(source: Int, target: Int, part: Range<Int>) {
    starts.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    hasPairsOnly = target > source
    for index in part {
      starts.append(sources.count)
      if target == source {
        append(index, 256)
      } else if target > source {
        addBilinear(index, source, target)
      } else {
        addBox(index, source, target)
      }
    }
    starts.append(sources.count)
  }

  /// Between the two nearest source pixels, measured from centre to centre.
  private mutating func addBilinear(_ index: Int, _ source: Int, _ target: Int) {
    // The place of the target pixel's centre in 1/512 source pixels, less half a pixel.
    let place = (2 * index + 1) * source * 256 / target - 256
    let clamped = min(max(0, place), (source - 1) * 512)
    let first = clamped >> 9
    let weight = UInt32((clamped & 511) >> 1)
    append(first, 256 - weight)
    append(min(first + 1, source - 1), weight)
  }

  /// The mean over the target pixel's footprint; weights come from a running total, so that they
  /// sum to 256 whatever their number.
  private mutating func addBox(_ index: Int, _ source: Int, _ target: Int) {
    let low = index * source
    let high = low + source
    var given = 0
    var pixel = low / target
    while pixel * target < high {
      let covered = min(high, (pixel + 1) * target) - low
      let total = (covered * 256 + source / 2) / source
      if total > given { append(pixel, UInt32(total - given)) }
      given = total
      pixel += 1
    }
  }

  private mutating func append(_ source: Int, _ weight: UInt32) {
    sources.append(source)
    weights.append(weight)
  }

  /// Stretches a source row over `count` target pixels.
  func stretch(
    _ line: UnsafePointer<UInt32>, into result: UnsafeMutableBufferPointer<UInt32>, _ count: Int
  ) {
    sources.withUnsafeBufferPointer { sources in
      weights.withUnsafeBufferPointer { weights in
        if hasPairsOnly {
          for x in 0..<count {
            result[x] = mixed(
              line[sources[2 &* x]], weights[2 &* x], line[sources[2 &* x &+ 1]],
              weights[2 &* x &+ 1])
          }
        } else {
          for x in 0..<count {
            var sum: UInt64 = 0x0080_0080_0080_0080
            for tap in starts[x]..<starts[x + 1] {
              sum &+= spread(line[sources[tap]]) &* UInt64(weights[tap])
            }
            result[x] = gathered(sum)
          }
        }
      }
    }
  }
}

/// Which source pixels make each target pixel along one axis, with weights that sum to 256.
struct AxisTaps {
  /// Pixels of the source and of the target that this was computed for.
  private(set) var size = (source: 0, target: 0)
  private(set) var starts: [Int] = []
  private(set) var sources: [Int] = []
  private(set) var weights: [UInt32] = []
  /// Whether each target pixel lies between two source pixels; then also, by target pixel, the
  /// first of them and the weight of the second.
  private var hasPairsOnly = false
  private var firsts: [Int32] = []
  private var shares: [UInt16] = []

  func range(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// Computes the taps of all target pixels when `source` pixels become `target`.
  mutating func prepare(source: Int, target: Int) {
    size = (source, target)
    starts.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    hasPairsOnly = target > source && source > 1
    for index in 0..<target {
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
    // The last source pixel stands second, with all the weight, so that a pair is there to read.
    let isLast = first >= source - 1
    firsts.append(Int32(isLast ? max(0, source - 2) : first))
    shares.append(isLast ? 256 : UInt16(weight))
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

  /// Stretches a source row over the target pixels `part`.
  func stretch(
    _ line: UnsafePointer<UInt32>, into result: UnsafeMutablePointer<UInt32>, _ part: Range<Int>
  ) {
    if hasPairsOnly { return stretchPairs(line, into: result, part) }
    sources.withUnsafeBufferPointer { sources in
      weights.withUnsafeBufferPointer { weights in
        starts.withUnsafeBufferPointer { starts in
          for x in part {
            var sum: UInt64 = 0x0080_0080_0080_0080
            for tap in starts[x]..<starts[x &+ 1] {
              sum &+= spread(line[sources[tap]]) &* UInt64(weights[tap])
            }
            result[x &- part.lowerBound] = gathered(sum)
          }
        }
      }
    }
  }

  /// Two target pixels at a time, each between two neighbours.
  private func stretchPairs(
    _ line: UnsafePointer<UInt32>, into result: UnsafeMutablePointer<UInt32>, _ part: Range<Int>
  ) {
    firsts.withUnsafeBufferPointer { firsts in
      shares.withUnsafeBufferPointer { shares in
        var x = part.lowerBound
        var target = result
        while x &+ 2 <= part.upperBound {
          let a = UnsafeRawPointer(line + Int(firsts[x])).loadUnaligned(as: UInt64.self)
          let b = UnsafeRawPointer(line + Int(firsts[x &+ 1])).loadUnaligned(as: UInt64.self)
          let left = widened((a & 0xFFFF_FFFF) | (b << 32))
          let right = widened((a >> 32) | (b & 0xFFFF_FFFF_0000_0000))
          let (p, q) = (shares[x], shares[x &+ 1])
          let share = Lanes(p, p, p, p, q, q, q, q)
          let sum = left &* (256 &- share) &+ right &* share &+ 128
          let bytes = SIMD8<UInt8>(truncatingIfNeeded: sum &>> 8)
          UnsafeMutableRawPointer(target).storeBytes(
            of: unsafeBitCast(bytes, to: UInt64.self), as: UInt64.self)
          x &+= 2
          target += 2
        }
        if x < part.upperBound {
          let first = Int(firsts[x])
          let share = UInt32(shares[x])
          target[0] = mixed(line[first], 256 &- share, line[first &+ 1], share)
        }
      }
    }
  }
}

/// The eight bytes of two pixels as 16-bit lanes.
@inline(__always)
private func widened(_ pair: UInt64) -> Lanes {
  Lanes(truncatingIfNeeded: unsafeBitCast(pair, to: SIMD8<UInt8>.self))
}

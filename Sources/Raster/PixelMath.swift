// Arithmetic on packed premultiplied pixels, two components at a time in 16-bit lanes.
//
// A product of two bytes divided by 255 is rounded exactly by (p + 128 + ((p + 128) >> 8)) >> 8
// (J. Blinn, "Three wrongs make a right", IEEE Computer Graphics and Applications, 1995).
// The operators that do not trap are safe here: no lane can leave its 16 bits.

/// Two of the four bytes of a pixel.
@usableFromInline let evenBytes: UInt32 = 0x00FF_00FF

/// Each component times `factor` (0…255) / 255, exactly rounded.
@inline(__always)
func scaled(_ pixel: UInt32, by factor: UInt32) -> UInt32 {
  var even = (pixel & evenBytes) &* factor &+ 0x0080_0080
  var odd = ((pixel >> 8) & evenBytes) &* factor &+ 0x0080_0080
  even = ((even &+ ((even >> 8) & evenBytes)) >> 8) & evenBytes
  odd = (odd &+ ((odd >> 8) & evenBytes)) & ~evenBytes
  return even | odd
}

/// `source` over `target`, both premultiplied.
@inline(__always)
func blended(_ source: UInt32, over target: UInt32) -> UInt32 {
  source &+ scaled(target, by: 255 &- (source >> 24))
}

/// Four pixels at once.
typealias Pixels = SIMD4<UInt32>
/// The same bytes as eight 16-bit lanes, whose products processors of every age can form.
typealias Lanes = SIMD8<UInt16>

@inline(__always)
func lanes(_ pixels: Pixels) -> Lanes { unsafeBitCast(pixels, to: Lanes.self) }

@inline(__always)
func pixels(_ lanes: Lanes) -> Pixels { unsafeBitCast(lanes, to: Pixels.self) }

@inline(__always)
func load(_ pointer: UnsafePointer<UInt32>) -> Pixels {
  UnsafeRawPointer(pointer).loadUnaligned(as: Pixels.self)
}

@inline(__always)
func store(_ value: Pixels, _ pointer: UnsafeMutablePointer<UInt32>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Pixels.self)
}

/// Each component times its lane of `factors` (0…255) / 255, exactly rounded.
@inline(__always)
func scaled(_ source: Pixels, by factors: Lanes) -> Pixels {
  var even = lanes(source & evenBytes) &* factors &+ 128
  var odd = lanes((source &>> 8) & evenBytes) &* factors &+ 128
  even = (even &+ (even &>> 8)) &>> 8
  odd = (odd &+ (odd &>> 8)) &>> 8
  return pixels(even) | (pixels(odd) &<< 8)
}

@inline(__always)
func blended(_ source: Pixels, over target: Pixels) -> Pixels {
  let rest = Pixels(repeating: 255) &- (source &>> 24)
  return source &+ scaled(target, by: lanes(rest | (rest &<< 16)))
}

/// `count` pixels of one premultiplied colour over a row.
@inline(__always)
func blendRun(_ row: UnsafeMutablePointer<UInt32>, _ count: Int, _ source: UInt32) {
  let alpha = source >> 24
  if alpha == 255 {
    row.update(repeating: source, count: count)
    return
  }
  if alpha == 0 { return }
  let rest = Lanes(repeating: UInt16(255 &- alpha))
  let color = Pixels(repeating: source)
  var index = 0
  while index &+ 4 <= count {
    store(color &+ scaled(load(row + index), by: rest), row + index)
    index &+= 4
  }
  while index < count {
    row[index] = source &+ scaled(row[index], by: 255 &- alpha)
    index &+= 1
  }
}

/// A row of premultiplied pixels at `opacity` (0…255) over another.
func blendRow(
  _ target: UnsafeMutablePointer<UInt32>, _ source: UnsafePointer<UInt32>, _ count: Int,
  opacity: UInt8
) {
  if opacity == 255 && isOpaque(source, count) {
    target.update(from: source, count: count)
    return
  }
  let factor = UInt32(opacity)
  let factors = Lanes(repeating: UInt16(opacity))
  var index = 0
  while index &+ 4 <= count {
    let some = load(source + index)
    let faded = opacity == 255 ? some : scaled(some, by: factors)
    store(blended(faded, over: load(target + index)), target + index)
    index &+= 4
  }
  while index < count {
    let faded = opacity == 255 ? source[index] : scaled(source[index], by: factor)
    target[index] = blended(faded, over: target[index])
    index &+= 1
  }
}

@inline(__always)
private func isOpaque(_ row: UnsafePointer<UInt32>, _ count: Int) -> Bool {
  // Most rows that are not opaque show it at an end.
  if count == 0 || row[0] & row[count - 1] < 0xFF00_0000 { return false }
  var every: UInt32 = 0xFF00_0000
  for index in 0..<count { every &= row[index] }
  return every == 0xFF00_0000
}

// Weighted sums, for stretching: weights sum to 256, so that a sum fits its lane.

/// Adds `count` pixels times `weight` to two rows of sums: even bytes and odd bytes.
func addWeighted(
  _ row: UnsafePointer<UInt32>, _ weight: UInt32, _ evens: UnsafeMutablePointer<UInt32>,
  _ odds: UnsafeMutablePointer<UInt32>, _ count: Int
) {
  let factors = Lanes(repeating: UInt16(truncatingIfNeeded: weight))
  var index = 0
  while index &+ 4 <= count {
    let some = load(row + index)
    let even = lanes(load(evens + index)) &+ lanes(some & evenBytes) &* factors
    let odd = lanes(load(odds + index)) &+ lanes((some &>> 8) & evenBytes) &* factors
    store(pixels(even), evens + index)
    store(pixels(odd), odds + index)
    index &+= 4
  }
  while index < count {
    evens[index] &+= (row[index] & evenBytes) &* weight
    odds[index] &+= ((row[index] >> 8) & evenBytes) &* weight
    index &+= 1
  }
}

/// The sum of two rows, weighted, in `result`.
func mixRows(
  _ a: UnsafePointer<UInt32>, _ aWeight: UInt32, _ b: UnsafePointer<UInt32>, _ bWeight: UInt32,
  _ result: UnsafeMutablePointer<UInt32>, _ count: Int
) {
  let aFactors = Lanes(repeating: UInt16(truncatingIfNeeded: aWeight))
  let bFactors = Lanes(repeating: UInt16(truncatingIfNeeded: bWeight))
  var index = 0
  while index &+ 4 <= count {
    let (p, q) = (load(a + index), load(b + index))
    let even = lanes(p & evenBytes) &* aFactors &+ lanes(q & evenBytes) &* bFactors &+ 128
    let odd =
      lanes((p &>> 8) & evenBytes) &* aFactors &+ lanes((q &>> 8) & evenBytes) &* bFactors &+ 128
    store(pixels(even &>> 8) | (pixels(odd) & ~evenBytes), result + index)
    index &+= 4
  }
  while index < count {
    result[index] = mixed(a[index], aWeight, b[index], bWeight)
    index &+= 1
  }
}

/// The sum of two pixels, weighted; all four components in one 64-bit number.
@inline(__always)
func mixed(_ a: UInt32, _ aWeight: UInt32, _ b: UInt32, _ bWeight: UInt32) -> UInt32 {
  let sum =
    spread(a) &* UInt64(aWeight) &+ spread(b) &* UInt64(bWeight) &+ 0x0080_0080_0080_0080
  return gathered(sum)
}

/// The four bytes of a pixel as 16-bit lanes: the even ones below, the odd ones above.
@inline(__always)
func spread(_ pixel: UInt32) -> UInt64 {
  UInt64(pixel & evenBytes) | UInt64((pixel >> 8) & evenBytes) << 32
}

/// The upper bytes of four lanes as a pixel.
@inline(__always)
func gathered(_ sum: UInt64) -> UInt32 {
  (UInt32(truncatingIfNeeded: sum) >> 8) & evenBytes
    | UInt32(truncatingIfNeeded: sum >> 32) & ~evenBytes
}

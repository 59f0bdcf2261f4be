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

/// `count` pixels of one premultiplied colour over a row.
@inline(__always)
func blendRun(_ row: UnsafeMutablePointer<UInt32>, _ count: Int, _ source: UInt32) {
  let alpha = source >> 24
  if alpha == 255 {
    row.update(repeating: source, count: count)
  } else if alpha != 0 {
    let rest = 255 &- alpha
    for index in 0..<count { row[index] = source &+ scaled(row[index], by: rest) }
  }
}

/// A row of premultiplied pixels over another.
@inline(__always)
func blendRow(
  _ target: UnsafeMutablePointer<UInt32>, _ source: UnsafePointer<UInt32>, _ count: Int
) {
  var every: UInt32 = 0xFF00_0000
  for index in 0..<count { every &= source[index] }
  if every == 0xFF00_0000 {
    target.update(from: source, count: count)
    return
  }
  for index in 0..<count {
    let pixel = source[index]
    if pixel >= 0xFF00_0000 {
      target[index] = pixel
    } else if pixel != 0 {
      target[index] = blended(pixel, over: target[index])
    }
  }
}

/// A row of premultiplied pixels at `opacity` (0…255) over another.
@inline(__always)
func blendRow(
  _ target: UnsafeMutablePointer<UInt32>, _ source: UnsafePointer<UInt32>, _ count: Int,
  opacity: UInt8
) {
  if opacity == 255 { return blendRow(target, source, count) }
  let factor = UInt32(opacity)
  for index in 0..<count {
    let pixel = source[index]
    if pixel != 0 { target[index] = blended(scaled(pixel, by: factor), over: target[index]) }
  }
}

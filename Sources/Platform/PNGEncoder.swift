import CSDL
import Screen

/// Turns premultiplied rows into a PNG picture, in a file or in memory.
final class PNGEncoder {
  private let handle: OpaquePointer
  private let hasAlpha: Bool
  private let width: Int
  private let name: String
  private var row: [UInt8]

  /// Starts a picture; `descriptor` −1 keeps it in memory. `name` stands in errors.
  init(
    descriptor: Int32, width: Int, height: Int, hasAlpha: Bool, text: [(String, String)],
    pixelsPerMeter: Int?, name: String
  ) throws(PlatformError) {
    var error = csdl_error()
    guard
      let handle = csdl_png_writer_create(
        descriptor, Int32(clamping: width), Int32(clamping: height), hasAlpha,
        Int32(clamping: pixelsPerMeter ?? 0), &error)
    else { throw PlatformError(.disk, "\(name): \(error.message)") }
    self.handle = handle
    self.hasAlpha = hasAlpha
    self.width = width
    self.name = name
    row = [UInt8](repeating: 0, count: width * (hasAlpha ? 4 : 3))
    for (key, value) in text {
      try check(csdl_png_writer_text(handle, key, value, &error), error)
    }
  }

  deinit { csdl_png_writer_destroy(handle) }

  /// Adds all rows of a bitmap that is as wide as the picture.
  func write(_ bitmap: Bitmap) throws(PlatformError) {
    precondition(bitmap.width == width, "rows of \(bitmap.width) pixels for one of \(width)")
    for y in 0..<bitmap.height {
      if hasAlpha { fillStraight(bitmap, y) } else { fillOpaque(bitmap, y) }
      var error = csdl_error()
      try check(csdl_png_writer_row(handle, row, &error), error)
    }
  }

  /// Ends the picture after its last row.
  func finish() throws(PlatformError) {
    var error = csdl_error()
    try check(csdl_png_writer_finish(handle, &error), error)
  }

  /// What was written into memory.
  var bytes: [UInt8] {
    var count = 0
    guard let start = csdl_png_writer_bytes(handle, &count) else { return [] }
    return [UInt8](UnsafeBufferPointer(start: start, count: count))
  }

  private func fillOpaque(_ bitmap: Bitmap, _ y: Int) {
    bitmap.pixels.withUnsafeBufferPointer { pixels in
      row.withUnsafeMutableBufferPointer { row in
        let start = y * width
        for x in 0..<width {
          let pixel = pixels[start + x]
          row[3 * x] = UInt8(truncatingIfNeeded: pixel >> 16)
          row[3 * x + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
          row[3 * x + 2] = UInt8(truncatingIfNeeded: pixel)
        }
      }
    }
  }

  private func fillStraight(_ bitmap: Bitmap, _ y: Int) {
    for x in 0..<width {
      let color = Color(premultiplied: bitmap.pixels[y * width + x])
      row[4 * x] = color.red
      row[4 * x + 1] = color.green
      row[4 * x + 2] = color.blue
      row[4 * x + 3] = color.alpha
    }
  }

  private func check(_ succeeded: Bool, _ error: csdl_error) throws(PlatformError) {
    if succeeded { return }
    let reason = csdl_png_writer_errno(handle)
    if reason != 0 { throw AtomicFile.failure(name, reason) }
    throw PlatformError(.disk, "\(name): \(error.message)")
  }
}

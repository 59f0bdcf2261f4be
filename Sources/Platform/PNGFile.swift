import CSDL
import Glibc
public import Screen

/// Pictures on disk. The same bitmap gives the same bytes (of one zlib version).
public enum PNGFile {
  /// Writes a bitmap; the file at the path is the old one or the new one, never neither. Without a
  /// translucent pixel it is written as RGB, else as RGBA with straight alpha.
  public static func write(
    _ bitmap: Bitmap, to path: String, text: [(String, String)] = [], pixelsPerMeter: Int? = nil
  ) throws(PlatformError) {
    var writer = try PNGWriter(
      path: path, width: bitmap.width, height: bitmap.height, hasAlpha: !isOpaque(bitmap),
      text: text, pixelsPerMeter: pixelsPerMeter)
    try writer.write(bitmap)
    try writer.finish()
  }

  /// The bytes that `write` would put on disk.
  public static func bytes(
    of bitmap: Bitmap, text: [(String, String)] = [], pixelsPerMeter: Int? = nil
  ) throws(PlatformError) -> [UInt8] {
    var encoder = PNGEncoder(
      width: bitmap.width, height: bitmap.height, hasAlpha: !isOpaque(bitmap),
      name: "PNG in memory")
    return encoder.header(text: text, pixelsPerMeter: pixelsPerMeter) + (try encoder.encode(bitmap))
  }

  /// Reads a picture, for comparing pixels with; not for untrusted files.
  public static func read(_ path: String) throws(PlatformError) -> Bitmap {
    guard let file = fopen(path, "rb") else { throw AtomicFile.failure(path, errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    if ferror(file) != 0 { throw AtomicFile.failure(path, errno) }
    return try decode(bytes, name: path)
  }

  /// The bitmap in a picture's bytes; `name` stands in errors.
  public static func decode(
    _ bytes: [UInt8], name: String = "PNG in memory"
  ) throws(PlatformError) -> Bitmap {
    var width: Int32 = 0
    var height: Int32 = 0
    var error = csdl_error()
    guard let pixels = csdl_png_read(bytes, bytes.count, &width, &height, &error) else {
      throw PlatformError(.disk, "\(name): \(error.message)")
    }
    defer { csdl_png_free(pixels) }
    var bitmap = Bitmap(width: Int(width), height: Int(height))
    for index in bitmap.pixels.indices {
      let place = pixels + index * 4
      bitmap.pixels[index] = Color(place[0], place[1], place[2], place[3]).premultiplied
    }
    return bitmap
  }

  private static func isOpaque(_ bitmap: Bitmap) -> Bool {
    bitmap.pixels.withUnsafeBufferPointer { pixels in
      var every: UInt32 = 0xFF00_0000
      for pixel in pixels { every &= pixel }
      return every == 0xFF00_0000
    }
  }
}

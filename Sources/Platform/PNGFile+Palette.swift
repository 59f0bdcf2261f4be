import CSDL
public import Screen

extension PNGFile {
  /// The bytes of an opaque picture with a palette of at most `colors` colours, 2…256: a fifth of
  /// what `bytes(of:)` gives for a map, and slower to make.
  public static func bytes(
    of bitmap: Bitmap, colors: Int
  ) throws(PlatformError) -> [UInt8] {
    let palette = Palette(of: bitmap, most: colors)
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += PNGChunk.bytes(
      "IHDR", number(bitmap.width) + number(bitmap.height) + [8, 3, 0, 0, 0])
    bytes += PNGChunk.bytes("sRGB", [0])
    bytes += PNGChunk.bytes("PLTE", palette.colors.flatMap { [$0.0, $0.1, $0.2] })
    // No filter: neighbouring indices say nothing about each other.
    var rows: [UInt8] = []
    rows.reserveCapacity((bitmap.width + 1) * bitmap.height)
    for y in 0..<bitmap.height {
      rows.append(0)
      for pixel in bitmap.pixels[y * bitmap.width..<(y + 1) * bitmap.width] {
        rows.append(palette.index(of: pixel))
      }
    }
    let sum = csdl_adler32(rows, rows.count)
    bytes += PNGChunk.bytes("IDAT", [0x78, 0xDA] + (try deflated(rows)) + number(Int(sum)))
    return bytes + PNGChunk.bytes("IEND", [])
  }

  private static func deflated(_ bytes: [UInt8]) throws(PlatformError) -> [UInt8] {
    var error = csdl_error()
    guard let deflater = csdl_deflater_create(true, &error) else {
      throw PlatformError(.disk, "PNG in memory: \(error.message)")
    }
    defer { csdl_deflater_destroy(deflater) }
    var written = 0
    guard let start = csdl_deflater_run(deflater, bytes, bytes.count, true, &written) else {
      throw PlatformError(.disk, "PNG in memory: out of memory for the picture")
    }
    return Array(UnsafeBufferPointer(start: start, count: written))
  }

  private static func number(_ value: Int) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

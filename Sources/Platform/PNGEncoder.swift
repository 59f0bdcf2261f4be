import CSDL
import Dispatch
import Screen

/// Turns premultiplied rows into the bytes of a PNG picture (PNG Specification, Third Edition,
/// W3C), whatever the stretches are that the rows come in.
///
/// Rows are filtered and deflated in pieces of fixed height on all cores; each piece is one `IDAT`
/// chunk, so the bytes depend neither on the number of cores nor on the stretches.
struct PNGEncoder {
  /// Rows of a piece: large enough for the deflater, small enough to keep the cores busy.
  static let pieceHeight = 64

  private let width: Int
  private let height: Int
  private let hasAlpha: Bool
  private let name: String
  /// Rows that do not fill a piece yet, and the last row before them (the filter looks up to it).
  private var pending: [UInt32] = []
  private var lastRow: [UInt32]
  private var rowsTaken = 0
  private var adler: UInt32 = 1
  private var hasBegun = false

  /// An encoder for a picture of a size; `name` stands in errors.
  init(width: Int, height: Int, hasAlpha: Bool, name: String) {
    precondition(width > 0 && height > 0, "a picture of \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.hasAlpha = hasAlpha
    self.name = name
    lastRow = [UInt32](repeating: 0, count: width)
  }

  /// What stands before the rows: signature, size, colour space, resolution and texts.
  func header(text: [(String, String)], pixelsPerMeter: Int?) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let size = Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height))
    bytes += PNGChunk.bytes("IHDR", size + [8, hasAlpha ? 6 : 2, 0, 0, 0])
    bytes += PNGChunk.bytes("sRGB", [0])
    if let pixelsPerMeter {
      let side = Self.bigEndian(UInt32(clamping: pixelsPerMeter))
      bytes += PNGChunk.bytes("pHYs", side + side + [1])
    }
    for (key, value) in text {
      // Keyword, no compression, no language and no translated keyword, then the text in UTF-8.
      bytes += PNGChunk.bytes("iTXt", Array(key.utf8) + [0, 0, 0, 0, 0] + Array(value.utf8))
    }
    return bytes
  }

  /// The bytes of the pieces that a bitmap's rows complete; the picture's last row ends it.
  mutating func encode(_ bitmap: Bitmap) throws(PlatformError) -> [UInt8] {
    precondition(bitmap.width == width, "rows of \(bitmap.width) pixels for one of \(width)")
    precondition(rowsTaken + bitmap.height <= height, "\(rowsTaken + bitmap.height) of \(height)")
    rowsTaken += bitmap.height
    let isEnd = rowsTaken == height
    let rows = pending.count / width + bitmap.height
    let count = isEnd ? (rows + Self.pieceHeight - 1) / Self.pieceHeight : rows / Self.pieceHeight
    let pieces = deflated(bitmap, rows: rows, pieces: count, isEnd: isEnd)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(64) { $0 + $1.deflated.count + 16 })
    for (index, piece) in pieces.enumerated() {
      guard !piece.deflated.isEmpty else {
        throw PlatformError(.disk, "\(name): out of memory for the picture")
      }
      adler = csdl_adler32_join(adler, piece.adler, piece.count)
      // Deflate with a 32 kB window, the quickest level: the two bytes of a zlib header.
      let head: [UInt8] = hasBegun ? [] : [0x78, 0x01]
      hasBegun = true
      let isLast = isEnd && index == pieces.count - 1
      let tail = isLast ? Self.bigEndian(adler) : []
      bytes += PNGChunk.bytes("IDAT", head, piece.deflated, tail)
    }
    if isEnd { bytes += PNGChunk.bytes("IEND", []) }
    keep(bitmap, from: min(rows, count * Self.pieceHeight), of: rows)
    return bytes
  }

  /// One piece, filtered and deflated.
  private struct Piece {
    /// Empty where memory was short.
    var deflated: [UInt8] = []
    /// The sum of the filtered bytes, and how many they were.
    var adler: UInt32 = 1
    var count = 0
  }

  private func deflated(_ bitmap: Bitmap, rows: Int, pieces count: Int, isEnd: Bool) -> [Piece] {
    // Every worker writes a slot of its own, so the workers share nothing.
    nonisolated(unsafe) let slots = UnsafeMutableBufferPointer<Piece>.allocate(capacity: count)
    slots.initialize(repeating: Piece())
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let first = index * Self.pieceHeight
      let last = min(rows, first + Self.pieceHeight)
      slots[index] = piece(bitmap, first..<last, isLast: isEnd && last == rows)
    }
    return Array(slots)
  }

  private func piece(_ bitmap: Bitmap, _ rows: Range<Int>, isLast: Bool) -> Piece {
    var packer = RowPacker(width: width, hasAlpha: hasAlpha, rows: rows.count)
    let held = pending.count / width
    pending.withUnsafeBufferPointer { pending in
      bitmap.pixels.withUnsafeBufferPointer { pixels in
        lastRow.withUnsafeBufferPointer { lastRow in
          func row(_ index: Int) -> UnsafeBufferPointer<UInt32> {
            if index < 0 { return lastRow }
            let (source, at) = index < held ? (pending, index) : (pixels, index - held)
            return UnsafeBufferPointer(rebasing: source[at * width..<(at + 1) * width])
          }
          packer.begin(after: row(rows.lowerBound - 1))
          for index in rows { packer.add(row(index)) }
        }
      }
    }
    let bytes = packer.bytes
    var error = csdl_error()
    guard let deflater = csdl_deflater_create(false, &error) else { return Piece() }
    defer { csdl_deflater_destroy(deflater) }
    return bytes.withUnsafeBufferPointer { bytes in
      var piece = Piece()
      guard let start = bytes.baseAddress else { return piece }
      var written = 0
      if let deflated = csdl_deflater_run(deflater, start, bytes.count, isLast, &written) {
        piece.deflated = Array(UnsafeBufferPointer(start: deflated, count: written))
      }
      piece.adler = csdl_adler32(start, bytes.count)
      piece.count = bytes.count
      return piece
    }
  }

  /// Keeps the rows from `first` on for the next time, and the one before them.
  private mutating func keep(_ bitmap: Bitmap, from first: Int, of rows: Int) {
    let held = pending.count / width
    func row(_ index: Int) -> ArraySlice<UInt32> {
      index < held
        ? pending[index * width..<(index + 1) * width]
        : bitmap.pixels[(index - held) * width..<(index - held + 1) * width]
    }
    if first > 0 { lastRow = Array(row(first - 1)) }
    var kept: [UInt32] = []
    for index in first..<rows { kept += row(index) }
    pending = kept
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }
}

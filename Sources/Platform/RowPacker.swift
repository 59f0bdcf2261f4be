import Screen

/// Rows of pixels as the filtered bytes that a PNG picture deflates: every row with filter 4, Paeth
/// (PNG Specification, Third Edition, 9.4), which relief and flat colours both suit.
struct RowPacker {
  private let width: Int
  private let channels: Int
  /// The filtered bytes so far: one for the filter and `channels * width` a row.
  private(set) var bytes: [UInt8]
  private var used = 0
  /// The row before and this one, with one clear pixel before the first.
  private var above: [UInt8]
  private var current: [UInt8]

  /// A packer for a number of rows, as RGB or as RGBA with straight alpha.
  init(width: Int, hasAlpha: Bool, rows: Int) {
    self.width = width
    channels = hasAlpha ? 4 : 3
    bytes = [UInt8](repeating: 4, count: rows * (channels * width + 1))
    above = [UInt8](repeating: 0, count: channels * (width + 1))
    current = above
  }

  /// Sets the row that lies above the first.
  mutating func begin(after row: UnsafeBufferPointer<UInt32>) { unpack(row, into: &above) }

  /// Adds a row.
  mutating func add(_ row: UnsafeBufferPointer<UInt32>) {
    unpack(row, into: &current)
    let (start, count, step) = (used + 1, channels * width, channels)
    bytes.withUnsafeMutableBufferPointer { bytes in
      above.withUnsafeBufferPointer { above in
        current.withUnsafeBufferPointer { current in
          for index in 0..<count {
            let a = Int16(current[index])
            let b = Int16(above[index + step])
            let c = Int16(above[index])
            // Which of left, above and upper left is nearest to left + above − upper left.
            let (pa, pb) = (abs(b - c), abs(a - c))
            let pc = abs(a + b - c - c)
            let guess = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
            bytes[start + index] =
              current[index + step] &- UInt8(truncatingIfNeeded: guess)
          }
        }
      }
    }
    used += count + 1
    swap(&above, &current)
  }

  private func unpack(_ row: UnsafeBufferPointer<UInt32>, into target: inout [UInt8]) {
    target.withUnsafeMutableBufferPointer { target in
      if channels == 3 {
        for x in 0..<width {
          let pixel = row[x]
          target[3 * x + 3] = UInt8(truncatingIfNeeded: pixel >> 16)
          target[3 * x + 4] = UInt8(truncatingIfNeeded: pixel >> 8)
          target[3 * x + 5] = UInt8(truncatingIfNeeded: pixel)
        }
      } else {
        for x in 0..<width {
          let color = Color(premultiplied: row[x])
          target[4 * x + 4] = color.red
          target[4 * x + 5] = color.green
          target[4 * x + 6] = color.blue
          target[4 * x + 7] = color.alpha
        }
      }
    }
  }
}

import Screen

/// The few colours that a picture is reduced to, by median cut (Heckbert, "Color image quantization
/// for frame buffer display", SIGGRAPH 1982) over its colours of five bits a channel.
struct Palette {
  /// Red, green and blue of each colour.
  let colors: [(UInt8, UInt8, UInt8)]
  /// By colour of five bits a channel, its place in `colors`; 0 where the picture has none such.
  private let place: [UInt8]

  /// The palette of a picture, of at most `most` colours, 2…256.
  init(of bitmap: Bitmap, most: Int) {
    precondition((2...256).contains(most), "a palette of \(most) colours")
    var bins = [Bin](repeating: Bin(), count: 1 << 15)
    for pixel in bitmap.pixels { bins[Self.key(pixel)].add(pixel) }
    var boxes = [bins.indices.filter { bins[$0].count > 0 }]
    while boxes.count < most {
      let widest = boxes.indices.max { Self.need(boxes[$0], bins) < Self.need(boxes[$1], bins) }
      guard let widest, Self.need(boxes[widest], bins) > 0 else { break }
      let (low, high) = Self.halves(boxes[widest], bins)
      boxes[widest] = low
      boxes.append(high)
    }
    var place = [UInt8](repeating: 0, count: bins.count)
    for (index, box) in boxes.enumerated() {
      for key in box { place[key] = UInt8(index) }
    }
    self.place = place
    colors = boxes.map { box in
      let sum = box.reduce(into: Bin()) { $0.add(bins[$1]) }
      return (sum.mean(0), sum.mean(1), sum.mean(2))
    }
  }

  /// The place of a pixel's colour.
  func index(of pixel: UInt32) -> UInt8 { place[Self.key(pixel)] }

  /// All pixels of one colour of five bits a channel.
  private struct Bin {
    var count = 0
    var sums = (0, 0, 0)

    mutating func add(_ pixel: UInt32) {
      count += 1
      sums.0 += Int((pixel >> 16) & 255)
      sums.1 += Int((pixel >> 8) & 255)
      sums.2 += Int(pixel & 255)
    }

    mutating func add(_ other: Bin) {
      count += other.count
      sums.0 += other.sums.0
      sums.1 += other.sums.1
      sums.2 += other.sums.2
    }

    func mean(_ channel: Int) -> UInt8 {
      let sum = channel == 0 ? sums.0 : channel == 1 ? sums.1 : sums.2
      return count == 0 ? 0 : UInt8((sum + count / 2) / count)
    }
  }

  private static func key(_ pixel: UInt32) -> Int {
    let red = (pixel >> 19) & 31
    let green = (pixel >> 11) & 31
    let blue = (pixel >> 3) & 31
    return Int(red << 10 | green << 5 | blue)
  }

  private static func channel(_ key: Int, _ channel: Int) -> Int {
    (key >> (10 - 5 * channel)) & 31
  }

  /// The channel that a box reaches farthest in, and how far.
  private static func reach(_ box: [Int]) -> (channel: Int, width: Int) {
    var best = (channel: 0, width: -1)
    for index in 0..<3 {
      let values = box.map { channel($0, index) }
      let width = (values.max() ?? 0) - (values.min() ?? 0)
      if width > best.width { best = (index, width) }
    }
    return best
  }

  /// How much a box wants to be cut: wide ones with many pixels first; 0 where it cannot be.
  private static func need(_ box: [Int], _ bins: [Bin]) -> Int {
    guard box.count > 1 else { return 0 }
    let pixels = box.reduce(0) { $0 + bins[$1].count }
    let width = reach(box).width
    // The root, so that small areas of strong colours (counters, arrows) keep colours of their own.
    return width * width * Int(Double(pixels).squareRoot())
  }

  private static func halves(_ box: [Int], _ bins: [Bin]) -> ([Int], [Int]) {
    let axis = reach(box).channel
    let sorted = box.sorted { (channel($0, axis), $0) < (channel($1, axis), $1) }
    let total = sorted.reduce(0) { $0 + bins[$1].count }
    var (sum, cut) = (0, 0)
    while cut < sorted.count - 1, cut == 0 || sum * 2 < total {
      sum += bins[sorted[cut]].count
      cut += 1
    }
    return (Array(sorted[..<cut]), Array(sorted[cut...]))
  }
}

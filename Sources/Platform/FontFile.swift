import CSDL
import Screen

/// An open font file, measured in em.
final class FontFile {
  struct Metrics {
    var ascent: Double
    var descent: Double
    var lineGap: Double
    var xHeight: Double
    var capHeight: Double
  }

  private let handle: OpaquePointer
  private let unitsPerEm: Double
  let metrics: Metrics

  /// The path of the file that holds a family's style, nil where it is not installed.
  static func find(_ family: String, _ style: String) -> String? {
    var path = [CChar](repeating: 0, count: 4096)
    guard csdl_font_find(family, style, &path, path.count) else { return nil }
    return path.withUnsafeBufferPointer { text in
      text.baseAddress.map { String(cString: $0) }
    }
  }

  init(_ path: String) throws(PlatformError) {
    var error = csdl_error()
    guard let handle = csdl_face_open(path, &error) else {
      throw PlatformError(.noFont, error.message)
    }
    self.handle = handle
    let measured = csdl_face_measure(handle)
    let em = Double(max(1, measured.units_per_em))
    unitsPerEm = em
    // Faces that do not tell the heights of x and H mostly come near these shares of an em.
    metrics = Metrics(
      ascent: Double(measured.ascent) / em, descent: Double(measured.descent) / em,
      lineGap: Double(measured.line_gap) / em,
      xHeight: measured.x_height > 0 ? Double(measured.x_height) / em : 0.54,
      capHeight: measured.cap_height > 0 ? Double(measured.cap_height) / em : 0.73)
  }

  deinit { csdl_face_close(handle) }

  /// The advance of a character, nil where the font does not have it.
  func advance(of scalar: UInt32) -> Double? {
    var advance: Int32 = 0
    guard csdl_face_advance(handle, scalar, &advance) else { return nil }
    return Double(advance) / unitsPerEm
  }

  /// The outline of a character with y downwards, nil where there is nothing to draw.
  func outline(of scalar: UInt32) -> Path? {
    var steps = [csdl_outline_step](repeating: csdl_outline_step(), count: 256)
    var count = Int(csdl_face_outline(handle, scalar, &steps, Int32(steps.count)))
    if count > steps.count {
      steps = [csdl_outline_step](repeating: csdl_outline_step(), count: count)
      count = Int(csdl_face_outline(handle, scalar, &steps, Int32(steps.count)))
    }
    if count == 0 { return nil }
    var path = Path()
    for step in steps[..<min(count, steps.count)] {
      let (x, y) = (step.x, step.y)
      switch step.kind {
      case 0: path.move(to: point(x.0, y.0))
      case 1: path.line(to: point(x.0, y.0))
      case 2: path.quadratic(point(x.0, y.0), to: point(x.1, y.1))
      case 3: path.cubic(point(x.0, y.0), point(x.1, y.1), to: point(x.2, y.2))
      default: path.close()
      }
    }
    return path
  }

  private func point(_ x: Float, _ y: Float) -> Point {
    Point(Double(x) / unitsPerEm, -Double(y) / unitsPerEm)
  }

  /// The kerning of all pairs of characters that have any.
  ///
  /// One run holds every pair once: for each character, itself and then it beside each later one
  /// and back. Its kerned advances less the plain ones are the pairs' kerning.
  func kerning(among scalars: [UInt32]) -> [(FontMetrics.Pair, Double)] {
    let known = scalars.filter { advance(of: $0) != nil }
    if known.isEmpty { return [] }
    var run: [UInt32] = []
    for (index, first) in known.enumerated() {
      run.append(first)
      for second in known[(index + 1)...] {
        run.append(first)
        run.append(second)
      }
      run.append(first)
    }
    var advances = [Int32](repeating: 0, count: run.count)
    guard csdl_face_kerned_advances(handle, run, Int32(run.count), &advances) else { return [] }
    var result: [(FontMetrics.Pair, Double)] = []
    var seen: Set<FontMetrics.Pair> = []
    for index in 0..<run.count - 1 {
      var plain: Int32 = 0
      let pair = FontMetrics.Pair(run[index], run[index + 1])
      guard csdl_face_advance(handle, run[index], &plain), advances[index] != plain,
        seen.insert(pair).inserted
      else { continue }
      result.append((pair, Double(advances[index] - plain) / unitsPerEm))
    }
    return result
  }
}

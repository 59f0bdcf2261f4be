public import Screen

/// What is written in a draw list, as an eye would find it: what of it is covered, cut off or
/// written over.
public struct PaintedText: Sendable {
  /// A line of text where it stands.
  public struct Line: Sendable {
    /// The words.
    public var text: String
    /// From the capitals' height to a little beneath the baseline.
    public var box: Rect
  }

  /// The lines that can be read at the end.
  public private(set) var lines: [Line] = []
  /// What is wrong, in words.
  public private(set) var faults: [String] = []
  private var clips: [Rect]

  /// Reads a list that was drawn for a window.
  ///
  /// A fill that is all but opaque, and no mere mark, covers what lies under it: whole lines of
  /// text may be covered, parts of them may not.
  public init(_ list: DrawList, fonts: FontBook, window: Rect, scale: Double) {
    clips = [window]
    for command in list.commands {
      switch command {
      case .pushClip(let rect): clips.append(rect.intersection(clips[clips.count - 1]))
      case .popClip: clips.removeLast()
      case .fill(let range, let color):
        let box = Self.bounds(
          list.points[Int(range.points.lowerBound)..<Int(range.points.upperBound)])
        // A shade over everything puts away what lies under it.
        if color.alpha >= 100, box.union(window) == box { lines.removeAll() }
        if color.alpha >= 230 { cover(box.intersection(clips[clips.count - 1]), scale) }
      case .glyphs(let range, let font, _):
        let glyphs = list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)]
        write(Array(glyphs), font, fonts.metrics(of: font))
      case .image, .line, .triangles: break
      }
    }
  }

  private mutating func cover(_ box: Rect, _ scale: Double) {
    guard min(box.width, box.height) >= 13 * scale else { return }
    lines.removeAll { line in
      let shared = line.box.intersection(box)
      guard shared.width > 1.5, shared.height > 1.5 else { return false }
      let isWhole =
        shared.width > line.box.width - 1.5 && shared.height > line.box.height - 1.5
      if !isWhole { faults.append("“\(line.text)” at \(line.box) is half covered by \(box)") }
      return true
    }
  }

  private mutating func write(
    _ glyphs: [DrawList.PlacedGlyph], _ font: Font, _ metrics: FontMetrics
  ) {
    guard let first = glyphs.first, let last = glyphs.last else { return }
    let text = String(String.UnicodeScalarView(glyphs.compactMap { Unicode.Scalar($0.scalar) }))
    let end = last.position.x + (metrics.advances[last.scalar] ?? metrics.missingAdvance)
    let size = Double(font.pixelSize)
    let box = Rect(
      first.position.x, first.position.y - 0.73 * size, end - first.position.x, 0.85 * size)
    let seen = box.intersection(clips[clips.count - 1])
    guard !seen.isEmpty else { return }
    if seen.width < box.width - 1.5 || seen.height < box.height - 1.5 {
      faults.append("“\(text)” at \(box) is cut off at \(clips[clips.count - 1])")
    }
    for other in lines {
      let shared = other.box.intersection(seen)
      if shared.width > 1.5, shared.height > 1.5 {
        faults.append("“\(text)” at \(box) is written over “\(other.text)” at \(other.box)")
      }
    }
    lines.append(Line(text: text, box: seen))
  }

  private static func bounds(_ points: ArraySlice<Point>) -> Rect {
    guard let first = points.first else { return Rect(0, 0, 0, 0) }
    var (low, high) = (first, first)
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return Rect(low, high)
  }
}

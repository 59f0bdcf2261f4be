import Screen

/// The edges of a stretch of tasks, made by one worker.
final class EdgeChunk {
  /// Where a task's edges lie, and the rows that they touch.
  private struct Entry {
    var edges: Range<Int>
    var top: Int
    var bottom: Int
  }

  private var buffer = EdgeBuffer()
  private var entries: [Entry] = []
  private var outline = Outline()
  private var stroker = Stroker()

  func prepare(_ tasks: [CompositorWorkspace.Task], _ range: Range<Int>, _ list: DrawList) {
    buffer.removeAll()
    entries.removeAll(keepingCapacity: true)
    list.verbs.withUnsafeBufferPointer { verbs in
      list.points.withUnsafeBufferPointer { points in
        for index in range { prepare(tasks[index], list, verbs, points) }
      }
    }
  }

  private func prepare(
    _ task: CompositorWorkspace.Task, _ list: DrawList,
    _ verbs: UnsafeBufferPointer<Path.Verb>, _ points: UnsafeBufferPointer<Point>
  ) {
    let start = buffer.edges.count
    func steps(of range: DrawList.PathRange) -> UnsafeBufferPointer<Path.Verb> {
      UnsafeBufferPointer(
        rebasing: verbs[Int(range.verbs.lowerBound)..<Int(range.verbs.upperBound)])
    }
    func corners(of range: DrawList.PathRange) -> UnsafeBufferPointer<Point> {
      UnsafeBufferPointer(
        rebasing: points[Int(range.points.lowerBound)..<Int(range.points.upperBound)])
    }
    switch task.work {
    case .fill(let range):
      outline.removeAll()
      outline.add(steps(of: range), corners(of: range))
      buffer.add(outline)
    case .line(let range, let style):
      outline.removeAll()
      stroker.stroke(
        steps(of: range), corners(of: range), list.styles[style], clip: task.clip.rect,
        into: &outline)
      buffer.add(outline)
    case .triangles(let range): addTriangles(UnsafeBufferPointer(rebasing: points[range]))
    case .image, .rectangle, .glyphs: break
    }
    appendEntry(start)
  }

  /// All triangles turn the same way, so that their shared edges cancel out.
  private func addTriangles(_ corners: UnsafeBufferPointer<Point>) {
    for first in stride(from: 0, to: corners.count - 2, by: 3) {
      let (a, b, c) = (corners[first], corners[first + 1], corners[first + 2])
      let turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
      let (second, third) = turn < 0 ? (c, b) : (b, c)
      buffer.add(a, second)
      buffer.add(second, third)
      buffer.add(third, a)
    }
  }

  private func appendEntry(_ start: Int) {
    let range = start..<buffer.edges.count
    var (low, high) = (Int32.max, Int32.min)
    for edge in buffer.edges[range] {
      low = min(low, min(edge.y0, edge.y1))
      high = max(high, max(edge.y0, edge.y1))
    }
    let isEmpty = range.isEmpty
    entries.append(
      Entry(
        edges: range, top: isEmpty ? 0 : Int(low >> 8), bottom: isEmpty ? 0 : Int(high >> 8) + 1))
  }

  /// Calls `body` with the edges of the task at an index of the stretch, if they touch the rows.
  func withEdges(_ index: Int, _ rows: Range<Int>, _ body: (UnsafeBufferPointer<Edge>) -> Void) {
    let entry = entries[index]
    guard entry.top < rows.upperBound && entry.bottom > rows.lowerBound else { return }
    buffer.edges.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[entry.edges])) }
  }
}

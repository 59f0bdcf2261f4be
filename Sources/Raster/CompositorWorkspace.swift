import Dispatch
import Screen

/// What a compositor keeps between frames, and the steps of one frame.
///
/// Three steps: `collect` walks the list once (clips, images, glyphs), `prepareEdges` turns paths
/// and lines into edges on all cores, each over a stretch of the tasks, and `paint` lets the cores
/// draw bands of rows. In the last two every worker writes only to what is its own.
final class CompositorWorkspace: @unchecked Sendable {
  /// A command that has something to show, with its limits settled.
  struct Task {
    enum Work {
      case image(index: Int, target: PixelRect, opacity: UInt8)
      case rectangle
      case fill(DrawList.PathRange)
      case line(DrawList.PathRange, style: Int)
      case triangles(Range<Int>)
      case glyphs(Range<Int>)
    }
    var work: Work
    /// Premultiplied.
    var color: UInt32
    var clip: PixelRect
  }

  private(set) var tasks: [Task] = []
  private var images: [Bitmap] = []
  private var imageIndex: [ImageID: Int] = [:]
  private var glyphs: [GlyphCache.Placed] = []
  private var clips: [PixelRect] = []
  private var cache = GlyphCache()
  private var chunks: [EdgeChunk] = []
  private var chunkSize = 1
  private var painters: [BandPainter] = []

  /// Empties what belongs to one frame, so that no image is held longer than its table holds it.
  func finish() {
    images.removeAll(keepingCapacity: true)
    imageIndex.removeAll(keepingCapacity: true)
  }

  // MARK: Collecting

  func collect(_ list: DrawList, _ table: ImageTable, _ fonts: FontBook, _ area: PixelRect) {
    tasks.removeAll(keepingCapacity: true)
    glyphs.removeAll(keepingCapacity: true)
    clips.removeAll(keepingCapacity: true)
    finish()
    cache.startFrame()
    var clip = area
    for command in list.commands {
      switch command {
      case .pushClip(let rect):
        clips.append(clip)
        clip = clip.intersection(PixelRect(snapping: rect))
      case .popClip: clip = clips.popLast() ?? area
      default: if !clip.isEmpty { collect(command, list, table, fonts, clip) }
      }
    }
  }

  private func collect(
    _ command: DrawList.Command, _ list: DrawList, _ table: ImageTable, _ fonts: FontBook,
    _ clip: PixelRect
  ) {
    switch command {
    case .image(let id, let rect, let opacity):
      let target = PixelRect(snapping: rect)
      let part = target.intersection(clip)
      guard opacity > 0, !part.isEmpty, let index = index(of: id, table) else { return }
      let work = Task.Work.image(index: index, target: target, opacity: opacity)
      tasks.append(Task(work: work, color: 0, clip: part))
    case .fill(let range, let color): collectFill(range, color, list, clip)
    case .line(let range, let style, let color):
      append(.line(range, style: Int(style)), color, clip)
    case .triangles(let range, let color):
      append(.triangles(Int(range.lowerBound)..<Int(range.upperBound)), color, clip)
    case .glyphs(let range, let font, let color):
      let first = glyphs.count
      for index in range {
        if let glyph = cache.place(list.glyphs[Int(index)], font, fonts) { glyphs.append(glyph) }
      }
      if glyphs.count > first { append(.glyphs(first..<glyphs.count), color, clip) }
    case .pushClip, .popClip: return
    }
  }

  private func append(_ work: Task.Work, _ color: Color, _ clip: PixelRect) {
    if color.alpha > 0 { tasks.append(Task(work: work, color: color.premultiplied, clip: clip)) }
  }

  private func collectFill(
    _ range: DrawList.PathRange, _ color: Color, _ list: DrawList, _ clip: PixelRect
  ) {
    let verbs = Int(range.verbs.lowerBound)..<Int(range.verbs.upperBound)
    let points = Int(range.points.lowerBound)..<Int(range.points.upperBound)
    if verbs.count == 5 && points.count == 4 && list.verbs[verbs.upperBound - 1] == .close
      && list.verbs[verbs.dropLast()].dropFirst().allSatisfy({ $0 == .line })
    {
      let whole = list.points.withUnsafeBufferPointer {
        Path.wholePixels(UnsafeBufferPointer(rebasing: $0[points]))
      }
      if let whole { return append(.rectangle, color, whole.intersection(clip)) }
    }
    append(.fill(range), color, clip)
  }

  private func index(of id: ImageID, _ table: ImageTable) -> Int? {
    if let known = imageIndex[id] { return known }
    guard let bitmap = table[id] else { return nil }
    imageIndex[id] = images.count
    images.append(bitmap)
    return images.count - 1
  }

  // MARK: Edges

  func prepareEdges(_ list: DrawList, chunks count: Int) {
    while chunks.count < count { chunks.append(EdgeChunk()) }
    chunkSize = max(1, (tasks.count + count - 1) / count)
    let used = (tasks.count + chunkSize - 1) / chunkSize
    Self.inParallel(used) { [self] chunk in
      let first = chunk * chunkSize
      chunks[chunk].prepare(tasks, first..<min(first + chunkSize, tasks.count), list)
    }
  }

  // MARK: Painting

  func paint(_ surface: Surface, _ area: Range<Int>, bandHeight: Int, workers: Int) {
    if tasks.isEmpty { return }
    while painters.count < workers { painters.append(BandPainter()) }
    let bands = (area.count + bandHeight - 1) / bandHeight
    let queue = BandQueue(count: bands)
    Self.inParallel(min(workers, bands)) { [self] worker in
      while let band = queue.next() {
        let first = area.lowerBound + band * bandHeight
        let rows = first..<min(first + bandHeight, area.upperBound)
        painters[worker].paint(self, surface, rows)
      }
    }
  }

  /// The edges of a task and the rows that they touch.
  func withEdges(_ task: Int, _ rows: Range<Int>, _ body: (UnsafeBufferPointer<Edge>) -> Void) {
    chunks[task / chunkSize].withEdges(task % chunkSize, rows, body)
  }

  func image(_ index: Int) -> Bitmap { images[index] }

  /// Calls `body` with a stretch of placed glyphs and the pool that their pictures lie in.
  func withGlyphs(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<GlyphCache.Placed>, UnsafePointer<UInt8>) -> Void
  ) {
    glyphs.withUnsafeBufferPointer { placed in
      cache.pool.withUnsafeBufferPointer { pool in
        guard let start = pool.baseAddress else { return }
        body(UnsafeBufferPointer(rebasing: placed[range]), start)
      }
    }
  }

  private static func inParallel(_ count: Int, _ body: @Sendable (Int) -> Void) {
    if count <= 1 {
      if count == 1 { body(0) }
    } else {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
  }
}

/// Hands out bands to workers, each once.
final class BandQueue: @unchecked Sendable {
  private let guardian = DispatchSemaphore(value: 1)
  private let count: Int
  private var taken = 0

  init(count: Int) { self.count = count }

  func next() -> Int? {
    guardian.wait()
    defer { guardian.signal() }
    guard taken < count else { return nil }
    taken += 1
    return taken - 1
  }
}

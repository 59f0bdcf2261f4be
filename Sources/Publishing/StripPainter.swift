import Dispatch
import MapView
import Raster
import Screen

/// Draws a laid-out picture strip by strip from the top; tiles are rendered for their strip and
/// dropped after it, so that memory is bounded whatever the picture's size.
struct StripPainter {
  /// Pixels of a strip: enough tiles to keep the cores busy, 8 MB as a bitmap.
  static let stripPixels = 2_000_000

  private let layout: PictureLayout
  private let edges: [Int]
  private let reliefOnly: Bool
  /// Rows that a strip repeats of the next, so that no seam shows where strips are scaled.
  private let overlap: Int
  private var images: ImageTable
  private var compositor: Compositor
  private var index = 0

  /// A painter of a whole picture, or of its relief alone.
  init(
    _ layout: PictureLayout, reliefOnly: Bool = false, overlap: Int = 0,
    stripPixels: Int = Self.stripPixels, compositor: Compositor = Compositor()
  ) {
    self.layout = layout
    self.reliefOnly = reliefOnly
    self.overlap = overlap
    self.compositor = compositor
    edges = layout.stripEdges(pixels: stripPixels)
    images = layout.images
  }

  /// The share of the picture that is drawn, 0…1.
  var progress: Double { Double(edges[index]) / Double(max(1, layout.height)) }

  /// The next strip and its first row; nil after the last.
  mutating func next() -> (bitmap: Bitmap, top: Int)? {
    guard index + 1 < edges.count else { return nil }
    let rows = edges[index]..<min(layout.height, edges[index + 1] + overlap)
    index += 1
    let list = layout.list(for: rows) { !reliefOnly || layout.showsTile($0) != nil }
    let jobs = list.commands.compactMap { layout.showsTile($0) }
    for tile in Self.rendered(jobs, reliefOnly: reliefOnly) { images[tile.imageID] = tile.bitmap }
    var bitmap = Bitmap(
      width: layout.width, height: rows.count, filledWith: Color.white.premultiplied)
    compositor.draw(
      list, images: images, fonts: layout.fonts, onto: &bitmap, top: rows.lowerBound)
    for job in jobs { images[job.imageID] = nil }
    return (bitmap, rows.lowerBound)
  }

  private static func rendered(_ jobs: [TileJob], reliefOnly: Bool) -> [RenderedTile] {
    // Every worker writes a slot of its own, so the workers share nothing.
    nonisolated(unsafe) let slots = UnsafeMutableBufferPointer<RenderedTile?>.allocate(
      capacity: jobs.count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    DispatchQueue.concurrentPerform(iterations: jobs.count) {
      slots[$0] = jobs[$0].render(reliefOnly: reliefOnly)
    }
    return slots.compactMap { $0 }
  }
}

public import Screen

/// Runs a draw list on a bitmap: in bands, on all cores, the same bytes whatever their number.
///
/// Keep one for the life of a window: its buffers and its glyph pictures stay. A copy starts with
/// buffers of its own once either draws.
public struct Compositor: Sendable {
  private var workspace: CompositorWorkspace
  private let workers: Int

  /// As many workers as a frame is ever spread over. A parallel loop runs one thread a core, so on
  /// smaller machines the rest wait in line, at the price of their idle buffers.
  private static let mostWorkers = 8

  /// A compositor for all cores (of the first eight).
  public init() { self.init(workers: Self.mostWorkers) }

  /// A compositor for a number of cores, at least 1; with 1 it runs on the caller's thread alone,
  /// as work that is already spread over the cores wants it.
  public init(workers: Int) {
    precondition(workers >= 1, "a compositor with \(workers) workers")
    self.workers = workers
    workspace = CompositorWorkspace()
  }

  /// Paints a draw list over what a bitmap holds. Images and glyphs that are missing are left out.
  ///
  /// With a `top` the bitmap is a strip of a taller picture: its first row is row `top` of what the
  /// list shows, and it gets the very pixels that the whole picture has there.
  public mutating func draw(
    _ list: DrawList, images: ImageTable, fonts: FontBook, onto bitmap: inout Bitmap, top: Int = 0
  ) {
    draw(list, images: images, fonts: fonts, onto: &bitmap, top: top, bandHeight: 96)
  }

  mutating func draw(
    _ list: DrawList, images: ImageTable, fonts: FontBook, onto bitmap: inout Bitmap,
    top: Int = 0, bandHeight: Int
  ) {
    if !isKnownUniquelyReferenced(&workspace) { workspace = CompositorWorkspace() }
    let rows = top..<top + bitmap.height
    workspace.collect(
      list, images, fonts,
      PixelRect(left: 0, top: rows.lowerBound, right: bitmap.width, bottom: rows.upperBound))
    workspace.prepareEdges(list, chunks: workers)
    withSurface(of: &bitmap) { surface in
      workspace.paint(
        surface.displaced(by: top), rows, bandHeight: bandHeight, workers: workers)
    }
    workspace.finish()
  }
}

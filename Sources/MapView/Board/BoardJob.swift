import Raster
public import Screen

/// One board to lay out: a value that any thread may work on.
public struct BoardJob: Sendable {
  /// A map with the caches that layouts fill, of its own.
  fileprivate var map: MapView
  fileprivate let frame: MapFrame

  /// Lays the board out; the same job always gives the same board.
  public func render() -> RenderedBoard {
    var map = map
    var images = ImageTable()
    images.keepsRemovals = true
    let board = map.makeBoard(frame, images: &images)
    return RenderedBoard(board: board, map: map, images: images)
  }
}

/// A board that has been laid out, with the pictures made for it.
public struct RenderedBoard: Sendable {
  fileprivate let board: MapBoard
  fileprivate let map: MapView
  fileprivate let images: ImageTable
}

extension MapView {
  /// The board that the last frame lacked and another stood in for; nil where it had its own.
  public mutating func missingBoard() -> BoardJob? {
    guard let wish else { return nil }
    var map = self
    // What layouts do not need is left behind, so that neither side copies it on its next change.
    map.tiles = TileCache(megabytes: 0)
    map.missing = []
    map.boards = []
    map.scratch = Scratch()
    map.wish = nil
    // The glyphs drawn so far go with the job and come back with its board.
    texts.compositor = Compositor(workers: 1)
    return BoardJob(map: map, frame: wish)
  }

  /// Takes a board that was laid out, wherever that was, with what its layout has put into the
  /// caches.
  public mutating func accept(_ rendered: RenderedBoard, images: inout ImageTable) {
    // Boards may show pictures that the layout threw out of a full cache.
    if !rendered.images.removals.isEmpty { boards.removeAll(keepingCapacity: true) }
    images.apply(rendered.images)
    names = rendered.map.names
    curvedNames = rendered.map.curvedNames
    art = rendered.map.art
    halos = rendered.map.halos
    texts = rendered.map.texts
    plan = rendered.map.plan
    ground = rendered.map.ground
    naturalEdges = rendered.map.naturalEdges
    ways = rendered.map.ways
    wish = nil
    keep(rendered.board)
  }
}

public import Screen

/// One tile to draw: a value that any thread may render.
public struct TileJob: Sendable {
  let key: TileKey
  let source: TileSource

  /// The name under which a draw list shows the tile.
  public var imageID: ImageID { key.imageID }

  /// Draws the tile, or its relief alone (`GroundLayer` has the rest); the same job always gives
  /// the same pixels.
  public func render(reliefOnly: Bool = false) -> RenderedTile {
    var canvas = TileCanvas(key: key, source: source)
    canvas.drawAll(reliefOnly: reliefOnly)
    return RenderedTile(key: key, bitmap: canvas.bitmap)
  }
}

/// A tile that has been drawn.
public struct RenderedTile: Sendable {
  let key: TileKey
  /// The name under which a draw list shows it.
  public var imageID: ImageID { key.imageID }
  /// The tile's pixels, 256 × 256, opaque.
  public let bitmap: Bitmap
}

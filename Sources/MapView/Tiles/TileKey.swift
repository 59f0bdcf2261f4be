import MapTable
import Raster
import Screen

/// Which tile: a square of 256 pixels in the lattice of pixels of one scale, style and light.
struct TileKey: Hashable, Sendable {
  /// Pixels along a side.
  static let size = 256

  /// The level that the tile belongs to.
  var level: TileLevel
  /// The column: its left edge lies `x * 256` pixels east of the grid's origin.
  var x: Int
  /// The row: its top edge lies `y * 256` pixels south of the grid's origin.
  var y: Int

  /// The name of the tile's picture.
  var imageID: ImageID {
    var mix = ImageHash("tile")
    mix.add(level.theatre)
    mix.add(level.theme == .day ? 1 : 2)
    mix.add(level.light)
    mix.add(level.metersPerPixel)
    mix.add(level.scale)
    mix.add(x)
    mix.add(y)
    return mix.id
  }
}

/// All tiles of one scale, style and light.
struct TileLevel: Hashable, Sendable {
  /// A hash of the theatre.
  var theatre: UInt64
  var theme: ViewState.Theme
  /// How dark it is: 0 day … 8 darkest night.
  var light: Int
  var metersPerPixel: Double
  /// Pixels a point.
  var scale: Double
}

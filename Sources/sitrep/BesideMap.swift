import MapTable
import MapView
import Raster
import Screen

/// The second of two maps beside each other, with what it is drawn from.
@MainActor
struct BesideMap {
  var map: MapView
  var images = ImageTable()
  var list = DrawList()
  var hits = HitMap()

  init(_ blank: MapView) { map = blank }

  mutating func accept(_ tile: RenderedTile) { map.accept(tile, images: &images) }

  mutating func accept(_ board: RenderedBoard) { map.accept(board, images: &images) }
}

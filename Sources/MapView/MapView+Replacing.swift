public import Geography

extension MapView {
  /// Takes another battle in hand: what was laid out for the old one is let go of, the ground's own
  /// tiles and names stay where the theatre is the same.
  public mutating func replace(theatre fresh: Theatre) {
    var map = MapView(theatre: fresh, styles: styles, symbols: symbols)
    if map.theatreHash == theatreHash {
      map.tiles = tiles
      map.sources = sources
      map.names = names
      map.curvedNames = curvedNames
    }
    map.usesSafePalette = usesSafePalette
    map.waitsForTiles = waitsForTiles
    map.leavesTilesToCaller = leavesTilesToCaller
    self = map
  }
}

import Geography
public import MapTable
public import Screen
import Simulation

extension MapView {
  /// The scale of the ground that stands in for everything: the whole theatre in a few tiles.
  private static let baseMetersPerPixel = 800.0

  /// Whether the last frame was one of a zoom under way: the next one asks for its own tiles, and
  /// should be drawn even if nothing changes.
  public var wantsAnotherFrame: Bool { isZooming }

  /// The tiles that the last frame lacked, the most wanted first.
  public func missingTiles() -> [TileJob] { missing }

  /// Takes a tile that was rendered, wherever that was.
  public mutating func accept(_ tile: RenderedTile, images: inout ImageTable) {
    tiles.insert(tile, pinned: Self.isBase, images: &images)
    missing.removeAll { $0.key == tile.key }
  }

  /// Renders every tile that the last frame lacked, here and now.
  public mutating func finishTiles(images: inout ImageTable) {
    for job in missing { tiles.insert(job.render(), pinned: Self.isBase, images: &images) }
    missing.removeAll()
  }

  /// Prepares what the first frame of a theme and a number of pixels a point would wait for: the
  /// ground that stands in for all, and the places of names.
  public mutating func warmUp(
    _ theme: ViewState.Theme, scale: Double, fonts: FontBook, images: inout ImageTable
  ) {
    let level = TileLevel(
      theatre: theatreHash, theme: theme, light: 0, metersPerPixel: Self.baseMetersPerPixel,
      scale: 1)
    ensureBase(level, tileSource(theme), images: &images)
    curvedNames = curvedNames(scale: scale, fonts)
    naturalEdges = naturalEdges ?? NaturalEdges(theatre)
  }

  /// What the tiles of a theme are drawn from, prepared once.
  mutating func tileSource(_ theme: ViewState.Theme) -> TileSource {
    if let known = sources[theme] { return known }
    let source = TileSource(theatre: theatre, style: styles[theme])
    sources[theme] = source
    return source
  }

  private static func isBase(_ level: TileLevel) -> Bool {
    level.metersPerPixel == baseMetersPerPixel
  }

  mutating func drawTiles(_ frame: MapFrame, into list: inout DrawList, images: inout ImageTable) {
    tiles.beginFrame()
    let theme = frame.view.theme
    let source = tileSource(theme)
    let level = TileLevel(
      theatre: theatreHash, theme: theme, light: frame.light,
      metersPerPixel: frame.metersPerPixel, scale: frame.scale)
    if !leavesTilesToCaller { ensureBase(level, source, images: &images) }
    missing.removeAll(keepingCapacity: true)
    // While the scale changes from frame to frame, tiles of each would come too late: those of the
    // nearest octave are asked for, and stand in.
    isZooming =
      frame.view.mode != .picture && !waitsForTiles && !leavesTilesToCaller
      && lastMetersPerPixel.map { $0 != frame.metersPerPixel } ?? false
    lastMetersPerPixel = frame.metersPerPixel
    let around = styles[theme][.frame]
    let size = TileKey.size
    let columns =
      floorDivided(
        frame.left, size)...floorDivided(
        frame.left + Int(frame.bounds.width.rounded(.up)) - 1, size)
    let rows =
      floorDivided(
        frame.top, size)...floorDivided(
        frame.top + Int(frame.bounds.height.rounded(.up)) - 1, size)
    var standIns: [TileLevel]?
    for y in rows {
      for x in columns {
        let key = TileKey(level: level, x: x, y: y)
        guard touchesTheatre(key, source) else {
          list.fill(rect(key, frame), around)
          continue
        }
        if leavesTilesToCaller {
          missing.append(TileJob(key: key, source: source))
          list.image(key.imageID, to: rect(key, frame))
          continue
        }
        if !tiles.use(key) {
          let job = TileJob(key: key, source: source)
          guard waitsForTiles else {
            if !isZooming { missing.append(job) }
            let levels = standIns ?? tiles.standIns(for: level)
            standIns = levels
            // Near the theatre's edge a stand-in may not reach as far as the tile.
            if !isInside(key, source) { list.fill(rect(key, frame), around) }
            drawStandIn(key, levels, frame, into: &list)
            continue
          }
          tiles.insert(job.render(), pinned: Self.isBase, images: &images)
        }
        list.image(key.imageID, to: rect(key, frame))
      }
    }
    if isZooming { wantOctave(level, source, frame) }
    if !leavesTilesToCaller { sortMissing(frame) }
  }

  /// Asks for the tiles in view of the octave at or below the frame's scale.
  private mutating func wantOctave(_ level: TileLevel, _ source: TileSource, _ frame: MapFrame) {
    var octave = level
    octave.metersPerPixel = 1
    while octave.metersPerPixel > level.metersPerPixel { octave.metersPerPixel /= 2 }
    while octave.metersPerPixel * 2 <= level.metersPerPixel { octave.metersPerPixel *= 2 }
    let side = Double(TileKey.size) * octave.metersPerPixel
    let box = frame.box()
    let columns = Int((box.west / side).rounded(.down))...Int((box.east / side).rounded(.down))
    let rows = Int((-box.north / side).rounded(.down))...Int((-box.south / side).rounded(.down))
    for y in rows {
      for x in columns {
        let key = TileKey(level: octave, x: x, y: y)
        guard touchesTheatre(key, source), !tiles.contains(key) else { continue }
        missing.append(TileJob(key: key, source: source))
      }
    }
  }

  private mutating func ensureBase(
    _ level: TileLevel, _ source: TileSource, images: inout ImageTable
  ) {
    var base = level
    (base.metersPerPixel, base.light, base.scale) = (Self.baseMetersPerPixel, 0, 1)
    let side = Double(TileKey.size) * base.metersPerPixel
    let box = source.box
    let columns = Int((box.west / side).rounded(.down))...Int((box.east / side).rounded(.down))
    let rows = Int((-box.north / side).rounded(.down))...Int((-box.south / side).rounded(.down))
    for y in rows {
      for x in columns {
        let key = TileKey(level: base, x: x, y: y)
        guard !tiles.contains(key) else { continue }
        let tile = TileJob(key: key, source: source).render()
        tiles.insert(tile, pinned: Self.isBase, images: &images)
      }
    }
  }

  private func touchesTheatre(_ key: TileKey, _ source: TileSource) -> Bool {
    ground(of: key).intersects(source.box)
  }

  private func isInside(_ key: TileKey, _ source: TileSource) -> Bool {
    let box = ground(of: key)
    return source.box.contains(PlanePoint(x: box.west, y: box.south))
      && source.box.contains(PlanePoint(x: box.east, y: box.north))
  }

  private func ground(of key: TileKey) -> PlaneBox {
    let side = Double(TileKey.size) * key.level.metersPerPixel
    return PlaneBox(
      west: Double(key.x) * side, south: -Double(key.y + 1) * side, east: Double(key.x + 1) * side,
      north: -Double(key.y) * side)
  }

  private func rect(_ key: TileKey, _ frame: MapFrame) -> Rect {
    let size = Double(TileKey.size) * (key.level.metersPerPixel / frame.metersPerPixel)
    return Rect(
      Double(key.x) * size - Double(frame.left), Double(key.y) * size - Double(frame.top), size,
      size)
  }

  /// Fills a missing tile's place from the likest level that covers it whole.
  private mutating func drawStandIn(
    _ key: TileKey, _ levels: [TileLevel], _ frame: MapFrame, into list: inout DrawList
  ) {
    let place = rect(key, frame)
    let size = Double(TileKey.size)
    for other in levels {
      let ratio = other.metersPerPixel / key.level.metersPerPixel
      let side = size * ratio
      // Many small pictures for one tile would cost more than they show.
      guard side >= size / 3 else { continue }
      let west = Double(key.x) * size
      let north = Double(key.y) * size
      let columns =
        Int((west / side).rounded(.down))...Int(((west + size - 0.001) / side).rounded(.down))
      let rows =
        Int((north / side).rounded(.down))...Int(((north + size - 0.001) / side).rounded(.down))
      let isBase = Self.isBase(other)
      let isWhole = rows.allSatisfy { y in
        columns.allSatisfy { tiles.contains(TileKey(level: other, x: $0, y: y)) }
      }
      guard isBase || isWhole else { continue }
      list.pushClip(place)
      for y in rows {
        for x in columns {
          let key = TileKey(level: other, x: x, y: y)
          guard tiles.use(key) else { continue }
          let corner = Point(
            Double(x) * side - Double(frame.left), Double(y) * side - Double(frame.top))
          list.image(key.imageID, to: Rect(corner.x, corner.y, side, side))
        }
      }
      list.popClip()
      return
    }
  }

  /// The tiles nearest to the middle of the view come first.
  private mutating func sortMissing(_ frame: MapFrame) {
    let middle = frame.bounds.center
    let order = missing.map { (distance: (rect($0.key, frame).center - middle).length, job: $0) }
    missing = order.sorted { a, b in
      if a.distance != b.distance { return a.distance < b.distance }
      return (a.job.key.y, a.job.key.x) < (b.job.key.y, b.job.key.x)
    }.map(\.job)
  }
}

/// The quotient rounded down.
func floorDivided(_ a: Int, _ b: Int) -> Int {
  a >= 0 ? a / b : -((-a + b - 1) / b)
}

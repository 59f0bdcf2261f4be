import Geography
import MapTable
import Screen
import Testing

@testable import MapView

@Suite struct TileTests {
  private static func source() throws -> TileSource {
    let styles = try MapStyles.load(SmallWorld.assets + "/Styles")
    return TileSource(theatre: SmallWorld.theatre, style: styles.day)
  }

  private static func key(_ x: Int, _ y: Int, light: Int = 0, meters: Double = 40) -> TileKey {
    TileKey(
      level: TileLevel(theatre: 1, theme: .day, light: light, metersPerPixel: meters, scale: 1),
      x: x, y: y)
  }

  private static func drawn(_ key: TileKey, _ source: TileSource, margin: Double) -> Bitmap {
    var canvas = TileCanvas(key: key, source: source, margin: margin)
    canvas.drawAll()
    return canvas.bitmap
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 1)])
  func marginsChangeNoPixel(x: Int, y: Int) throws {
    let source = try Self.source()
    let key = Self.key(x, y)
    #expect(Self.drawn(key, source, margin: 48) == Self.drawn(key, source, margin: 200))
  }

  /// Ground is smooth, so that the last column of a tile and the first of the next are as near in
  /// colour as any two neighbours inside.
  @Test func neighboursMeetWithoutSeam() throws {
    let source = try Self.source()
    let left = Self.drawn(Self.key(1, 1), source, margin: 48)
    let right = Self.drawn(Self.key(2, 1), source, margin: 48)
    func step(_ a: UInt32, _ b: UInt32) -> Int {
      var largest = 0
      for shift in [UInt32(0), 8, 16] {
        let (x, y) = (Int(a >> shift & 255), Int(b >> shift & 255))
        largest = max(largest, abs(x - y))
      }
      return largest
    }
    let across = (0..<256).map { step(left[255, $0], right[0, $0]) }.sorted()
    let inside = (0..<256).map { step(left[254, $0], left[255, $0]) }.sorted()
    #expect(across[128] <= inside[128] + 2)
    #expect(across[230] <= inside[230] + 12)
  }

  /// The one road crosses the one river once, and the bridge lies on both.
  @Test func bridgesStandWhereRoadsCrossRivers() throws {
    let source = try Self.source()
    #expect(source.bridges.count == 2)
    for bridge in source.bridges {
      let ways = bridge.road == nil ? source.railways : source.roads
      #expect(ways.contains { $0.nearest(to: bridge.place, within: 1) != nil })
      #expect(source.rivers.contains { $0.nearest(to: bridge.place, within: 1) != nil })
      let length = bridge.along.x * bridge.along.x + bridge.along.y * bridge.along.y
      #expect(abs(length - 1) < 1e-9)
    }
  }

  @Test func noiseIsSmoothAndTheSameEachTime() {
    var last = SmoothNoise.value(PlanePoint(x: -5000, y: 700), wavelength: 900, seed: 3)
    var (low, high) = (last, last)
    for step in 1...2000 {
      let p = PlanePoint(x: -5000 + Double(step) * 5, y: 700)
      let value = SmoothNoise.value(p, wavelength: 900, seed: 3)
      #expect(abs(value - last) < 0.03)
      last = value
      (low, high) = (min(low, value), max(high, value))
    }
    #expect(low >= -1 && high <= 1 && high - low > 0.5)
  }

  /// Nearer by, contours and bridges are drawn; far out they are not.
  @Test func contoursShowNearBy() throws {
    let source = try Self.source()
    func pixels(_ meters: Double, _ contours: Bool) -> [UInt32] {
      var canvas = TileCanvas(key: Self.key(0, 0, meters: meters), source: source)
      if contours { canvas.drawContours() }
      return canvas.bitmap.pixels
    }
    #expect(pixels(20, true) != pixels(20, false))
    #expect(pixels(200, true) == pixels(200, false))
  }

  @Test func sameJobGivesSamePixels() throws {
    let job = TileJob(key: Self.key(1, 1, light: 5), source: try Self.source())
    let pixels = job.render().bitmap.pixels
    #expect(pixels == job.render().bitmap.pixels)
    #expect(pixels.allSatisfy { $0 >> 24 == 255 })
  }

  @Test func nightIsDarker() throws {
    let source = try Self.source()
    func brightness(_ light: Int) -> Int {
      TileJob(key: Self.key(1, 1, light: light), source: source).render().bitmap.pixels.reduce(0) {
        $0 + Int($1 >> 8 & 255)
      }
    }
    #expect(brightness(8) < brightness(4))
    #expect(brightness(4) < brightness(0))
  }

  @Test func namesOfTilesDiffer() {
    let keys = [
      Self.key(0, 0), Self.key(1, 0), Self.key(0, 1), Self.key(0, 0, light: 1),
      Self.key(0, 0, meters: 41),
    ]
    #expect(Set(keys.map(\.imageID)).count == keys.count)
    #expect(Self.key(3, 4).imageID == Self.key(3, 4).imageID)
  }

  @Test func cacheKeepsItsBound() throws {
    var images = ImageTable()
    var cache = TileCache(megabytes: 8)
    for x in 0..<100 {
      cache.beginFrame()
      let tile = RenderedTile(key: Self.key(x, 0), bitmap: Bitmap(width: 256, height: 256))
      cache.insert(tile, pinned: { _ in false }, images: &images)
      #expect(images.bitmaps.count * TileCache.tileBytes <= 8 << 20)
    }
    #expect(cache.contains(Self.key(99, 0)))
    #expect(!cache.contains(Self.key(0, 0)))
  }

  /// While tiles are missing, what stands in fills the view; once they are there, each is drawn at
  /// its own scale on whole pixels.
  @Test func standInsThenExactTiles() throws {
    var map = try SmallWorld.map()
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    let (picture, view) = (SmallWorld.picture(), SmallWorld.view())
    func draw() {
      list.removeAll()
      hits.removeAll()
      map.draw(
        picture, previous: nil, fraction: 1, view, fonts: FontBook(), covered: [], into: &list,
        hits: &hits, images: &images)
    }
    draw()
    #expect(!map.missingTiles().isEmpty)
    let first = map.missingTiles()[0]
    map.accept(first.render(), images: &images)
    #expect(!map.missingTiles().contains { $0.key == first.key })
    map.finishTiles(images: &images)
    draw()
    #expect(map.missingTiles().isEmpty)
    for case .image(let id, let place, _) in list.commands {
      guard let bitmap = images[id], bitmap.width == 256, bitmap.height == 256 else { continue }
      #expect(place.width == 256 && place.height == 256)
      #expect(place.x == place.x.rounded() && place.y == place.y.rounded())
    }
  }
}

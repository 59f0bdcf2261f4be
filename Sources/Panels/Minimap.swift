import MapTable
import Screen
import Simulation

/// The ground in little, painted once for a ground and a size.
struct Minimap: Sendable {
  let id: ImageID
  let bitmap: Bitmap

  /// The ground at a size in pixels.
  init(_ terrain: Terrain, terrainHash: UInt64, width: Int, height: Int, id: ImageID) {
    self.id = id
    var bitmap = Bitmap(width: width, height: height)
    let frame = TheatreFrame(terrain.grid)
    for y in 0..<height {
      for x in 0..<width {
        let ground = frame.ground(
          x: (Double(x) + 0.5) / Double(width), y: (Double(y) + 0.5) / Double(height))
        bitmap[x, y] = Self.color(terrain, Self.hex(at: ground, terrain.grid)).premultiplied
      }
    }
    self.bitmap = bitmap
  }

  /// An id that follows from what is painted.
  static func id(_ terrain: Terrain, terrainHash: UInt64, width: Int, height: Int) -> ImageID {
    // FNV-1a, 64 bits (Fowler, Noll, Vo 1991), over the numbers that decide the picture.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let parts = [
      0x6d69_6e69_6d61_7001, terrainHash, UInt64(terrain.grid.columns), UInt64(terrain.grid.rows),
      UInt64(width), UInt64(height),
    ]
    for part in parts {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (part >> shift & 255)) &* 0x100_0000_01b3
      }
    }
    return ImageID(rawValue: hash)
  }

  /// The hex by row and column: near enough for a picture, and quick.
  private static func hex(at p: GroundPoint, _ grid: HexGrid) -> Int {
    let rowMeters = Double(HexGrid.rowSpacingMillimeters) / 1000
    let row = min(grid.rows - 1, max(0, Int((-p.y / rowMeters).rounded())))
    let shift = row & 1 == 1 ? 500.0 : 0
    let column = min(grid.columns - 1, max(0, Int(((p.x - shift) / 1000).rounded())))
    return row * grid.columns + column
  }

  private static func color(_ terrain: Terrain, _ hex: Int) -> Color {
    let cover = terrain.cover[hex]
    let base: Color =
      switch cover {
      case .sea, .lake: Color(164, 201, 224)
      case .forest: Color(189, 205, 168)
      case .woodland: Color(203, 213, 182)
      case .cropland: Color(228, 228, 206)
      case .grassland: Color(221, 224, 198)
      case .semiDesert, .barren: Color(229, 223, 204)
      case .urban: Color(186, 176, 170)
      case .wetland: Color(196, 214, 208)
      }
    if terrain.isWater(hex) { return base }
    let height = Double(terrain.heightMeters[hex])
    let shaded = base.mixed(with: Color(150, 140, 120), min(0.45, max(0, height / 3500)))
    return terrain.neutral[hex] != 0 ? shaded.mixed(with: Color(120, 120, 130), 0.22) : shaded
  }
}

import Geography
import Simulation

/// Who holds the ground and what of it was not seen lately, as outlines: kept from tick to tick
/// while nothing of it changes.
struct GroundOverlay: Sendable {
  /// A stretch of the front along hex edges: the owner's ground lies on the right of the way.
  struct Front: Sendable {
    var side: Int
    /// The corners along the way; the first again at the end where it goes round.
    var points: [PlanePoint]
    var box: PlaneBox
  }

  private var digest: UInt64?
  private var grain = HeldGround.Grain.fine
  /// Ground that a side holds, by side index, for the sides that are tinted.
  private(set) var held: [(side: Int, areas: [TileArea])] = []
  private(set) var fronts: [Front] = []
  /// Ground that nobody of the viewer's has seen for long.
  private(set) var unseen: [TileArea] = []

  /// Minutes after which ground counts as unseen.
  static let staleMinutes: Int32 = 360

  /// Brings the outlines up to a picture.
  mutating func update(
    _ picture: Picture, edges: NaturalEdges, grain: HeldGround.Grain = .fine
  ) {
    let mix = Self.digest(picture)
    guard mix != digest || grain != self.grain else { return }
    digest = mix
    self.grain = grain
    held = []
    fronts = []
    let grid = picture.setup.terrain.grid
    guard picture.control.count == grid.count else { return }
    let control = HeldGround.smoothed(picture.control, picture.setup.terrain, grain)
    for side in picture.setup.sides.indices {
      let loops = HexOutline.edges(grid) { control[$0] == UInt8(side) }
      let isOwn = picture.viewpoint == .side(SideID(side))
      if !isOwn {
        // All loops of a side make one area: rings within rings are holes by their winding.
        let rings = loops.map { edges.fitted($0, picture.setup.terrain) }
        held.append((side, rings.isEmpty ? [] : TileArea(wound: rings).map { [$0] } ?? []))
        for loop in loops { appendFronts(loop, side: side, control, grid) }
      }
    }
    unseen = Self.unseen(picture, grid, edges)
  }

  /// The stretches of a loop that face ground of another side.
  private mutating func appendFronts(
    _ loop: [HexOutline.Edge], side: Int, _ control: [UInt8], _ grid: HexGrid
  ) {
    func isFront(_ edge: HexOutline.Edge) -> Bool {
      guard edge.outside >= 0 else { return false }
      let other = control[edge.outside]
      return other != 255 && Int(other) != side
    }
    // The loop is turned so that no stretch runs across its end.
    let start = (loop.firstIndex { !isFront($0) }) ?? 0
    var current: [PlanePoint] = []
    for offset in 0..<loop.count {
      let edge = loop[(start + offset) % loop.count]
      if isFront(edge) {
        let pair = HexOutline.cornerPair(edge.side)
        if current.isEmpty { current.append(HexOutline.corner(edge.inside, pair.first, grid)) }
        current.append(HexOutline.corner(edge.inside, pair.second, grid))
      } else {
        close(&current, side)
      }
    }
    close(&current, side)
  }

  private mutating func close(_ points: inout [PlanePoint], _ side: Int) {
    // Single edges are where two shores nearly touch, not fronts.
    if points.count > 2, let box = PlaneBox(around: points) {
      fronts.append(Front(side: side, points: points, box: box))
    }
    points = []
  }

  private static func unseen(
    _ picture: Picture, _ grid: HexGrid, _ edges: NaturalEdges
  ) -> [TileArea] {
    guard case .side(let own) = picture.viewpoint, picture.seenHex.count == grid.count else {
      return []
    }
    let terrain = picture.setup.terrain
    let now = picture.tick.rawValue
    let loops = HexOutline.edges(grid) { index in
      guard picture.control[index] != own.rawValue, !terrain.isWater(index) else { return false }
      let seen = picture.seenHex[index]
      return terrain.neutral[index] == 0 && (seen < 0 || now - seen > staleMinutes)
    }
    let rings = loops.map { edges.fitted($0, terrain) }
    return rings.isEmpty ? [] : TileArea(wound: rings).map { [$0] } ?? []
  }

  /// A quick mix of control, with the hour for what was seen when.
  private static func digest(_ picture: Picture) -> UInt64 {
    var mix = UInt64(bitPattern: Int64(picture.tick.rawValue / 30))
    if case .side(let side) = picture.viewpoint { mix ^= UInt64(side.rawValue + 1) << 40 }
    for value in picture.control { mix = (mix ^ UInt64(value)) &* 0x0000_0100_0000_01B3 }
    return mix
  }
}

import Simulation

/// A 64-bit hash over every column of a terrain (FNV-1a by words, Fowler, Noll and Vo, with the
/// finish of MurmurHash3's `fmix64`).
enum TerrainHash {
  static func hash(_ terrain: Terrain) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      state = (state ^ word) &* 0x0000_0100_0000_01b3
      state ^= state >> 29
    }
    func add(_ text: String) {
      for byte in text.utf8 { add(UInt64(byte)) }
      add(0x100)
    }
    add(UInt64(terrain.grid.columns))
    add(UInt64(terrain.grid.rows))
    for index in 0..<terrain.grid.count {
      add(
        UInt64(terrain.cover[index].rawValue) | UInt64(terrain.neutral[index]) << 8
          | UInt64(terrain.bridges[index]) << 16 | UInt64(terrain.slopePermille[index]) << 32
          | UInt64(UInt16(bitPattern: terrain.heightMeters[index])) << 48)
      add(
        UInt64(terrain.roads[index]) | UInt64(terrain.rivers[index]) << 16
          | UInt64(UInt16(bitPattern: terrain.quarter[index])) << 32)
    }
    for town in terrain.towns {
      add(town.id)
      add(town.name)
      add(UInt64(UInt32(bitPattern: town.population)))
      add(UInt64(UInt32(bitPattern: town.center)) << 8 | UInt64(town.rank))
      add(UInt64(town.quarters.lowerBound) << 32 | UInt64(town.quarters.upperBound))
    }
    for quarter in terrain.quarters {
      add(quarter.id)
      add(quarter.name)
      add(UInt64(UInt16(bitPattern: quarter.town.rawValue)))
      for hex in quarter.hexes { add(UInt64(UInt32(bitPattern: hex))) }
      add(UInt64(quarter.hexes.count))
    }
    state = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    state = (state ^ (state >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return state ^ (state >> 33)
  }
}

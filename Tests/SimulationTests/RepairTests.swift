import Testing

@testable import Simulation

@Suite struct RepairTests {
  private func tanks(_ run: Run, _ row: Int = 0) -> (sound: Int32, damaged: Int32, lost: Int32) {
    let entry = row * VehicleClass.count
    return (
      run.world.units.vehicles[entry], run.world.units.vehiclesDamaged[entry],
      run.world.units.vehiclesLost[entry]
    )
  }

  @Test func aShareOfDamagedTanksDrivesAgainAfterADayInCamp() {
    var small = SmallWorld(columns: 8, rows: 5)
    for column in [1, 4] {
      small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(column, 2)) {
        $0.posture = column == 1 ? .camped : .holding
      }
    }
    var run = Run(small.world())
    for row in 0..<2 {
      run.world.units.vehicles[row * VehicleClass.count] -= 10 * 256
      run.world.units.vehiclesDamaged[row * VehicleClass.count] += 10 * 256
    }
    run.step(24 * 60)
    let back = 10 * 256 - tanks(run).damaged
    #expect((5 * 256...7 * 256).contains(back))
    #expect(tanks(run).sound == 21 * 256 + back)
    // Outside a camp nothing is repaired.
    #expect(tanks(run, 1).damaged == 10 * 256)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func halfOfWhatIsKnockedOutCanBeRepairedUnlessTheUnitBreaks() {
    var small = SmallWorld(columns: 8, rows: 5)
    small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(3, 2))
    var run = Run(small.world())
    run.world.units.vehicles[0] -= 8 * 256
    run.world.strike(0, 8 * 256)
    #expect(tanks(run).damaged == 4 * 256 && tanks(run).lost == 4 * 256)
    #expect(run.world.checkInvariants() == [])
    run.world.leaveDamaged(0)
    #expect(tanks(run).damaged == 0 && tanks(run).lost == 8 * 256)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func vehiclesBreakDownOnTheMarchAndMoreAcrossCountry() {
    func damaged(road: Bool) -> Int32 {
      var small = SmallWorld(columns: 64, rows: 9)
      if road { small.road(.primary, row: 4, columns: 0..<63) }
      for row in 0..<9 where row == 4 || !road {
        small.add(0, .armor, men: 100, vehicles: [(0, 40)], at: small.hex(0, row))
      }
      var run = Run(small.world())
      let orders = run.world.setup.units.indices.map {
        Order(
          side: SideID(0), unit: UnitID($0), kind: .march,
          target: small.hex(60, road ? 4 : $0))
      }
      run.step(420, orders)
      #expect(run.world.checkInvariants() == [])
      var sum: Int32 = 0
      for entry in run.world.units.vehiclesDamaged { sum += entry }
      return sum / Int32(orders.count)
    }
    // 40 tanks over 60 km of road at 250 ppm a kilometre: 0.6.
    let onRoad = damaged(road: true)
    let across = damaged(road: false)
    #expect((80...240).contains(onRoad))
    #expect(across > onRoad * 3 / 2 && across < onRoad * 4)
  }
}

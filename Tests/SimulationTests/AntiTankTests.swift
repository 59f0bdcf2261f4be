import Testing

@testable import Simulation

@Suite struct AntiTankTests {
  /// What defends against the tanks.
  private struct Case {
    var cover = Cover.urban
    var launchers: Int32 = 27
    var reach: Int32 = 300
    var armour: Int32 = 1000
    /// Columns between the tanks and the infantry.
    var away = 1
  }

  /// Two tank battalions attack an infantry battalion that stands to the last; tanks knocked out in
  /// percent after six hours, over some seeds.
  private func tanksLost(_ case: Case) -> Int {
    var knocked: Int32 = 0
    for seed in 1...4 {
      var small = SmallWorld(columns: 12, rows: 7)
      small.rules.equipment[0].roundsPerMinuteTenths = 60
      small.rules.equipment[0].shapedChargePermille = `case`.armour
      small.rules.equipment.append(
        .init(
          id: "at", name: "Launcher", vehicleClass: .antiTank, directRangeMeters: `case`.reach,
          roundsPerMinuteTenths: 20, killPermille: 300))
      let goal = small.hex(6, 3)
      small.terrain.cover[Int(goal)] = `case`.cover
      small.add(1, .infantry, men: 450, vehicles: [(6, `case`.launchers)], at: goal) {
        $0.entrenchment = 2
      }
      for _ in 0..<2 {
        small.add(
          0, .armor, men: 190, vehicles: [(0, 31)], at: small.hex(6 - `case`.away, 3))
      }
      var run = Run(small.world(seed: UInt64(seed)))
      run.world.units.giveGround[0] = .never
      for row in 1...2 where `case`.away == 1 {
        run.world.units.task[row] = .attack
        run.world.units.posture[row] = .attacking
        run.world.units.taskTarget[row] = goal
        run.world.units.nextHex[row] = goal
        run.world.units.progress[row] = 32_767
      }
      run.step(360)
      for row in 1...2 {
        let entry = row * VehicleClass.count + Int(VehicleClass.tank.rawValue)
        knocked += run.world.units.vehiclesAtStart[entry] - run.world.units.vehicles[entry]
      }
      #expect(run.world.checkInvariants() == [])
    }
    return Int(knocked) * 100 / (256 * 31 * 8)
  }

  @Test func tanksAreLostAmongHousesWhereThereAreLaunchers() {
    let town = tanksLost(Case())
    #expect((3...15).contains(town), "\(town) %")
    // Without weapons against vehicles the default coupling to men's losses stays.
    let bare = tanksLost(Case(launchers: 0))
    #expect(bare >= 0 && bare < town)
    // In the open few vehicles come within reach of launchers.
    #expect(tanksLost(Case(cover: .grassland)) * 2 < town)
  }

  @Test func reactiveArmourHalvesWhatShapedChargesKill() {
    let plain = tanksLost(Case())
    let reactive = tanksLost(Case(armour: 500))
    #expect(reactive < plain)
    #expect(reactive * 10 >= plain * 3 && reactive * 10 <= plain * 8)
  }

  @Test func missilesReachWhereLaunchersDoNot() {
    // Two hexes off only weapons of long reach tell, and only on who moves or attacks.
    let weapons = AntiTankReach(Tables.rules.combat)
    let stance = FireStance(
      bit: 1, reach: 2, nightGear: 0, isAttacker: false, isWaiting: false, isClosedUp: false)
    var shooters = Shooters(stance, weight: 1)
    (shooters.longKills, shooters.closeKills) = (2_000_000, 2_000_000)
    var pair = FirePair(weight: 1, target: 0, intensity: 1000, edge: 0, distance: 1)
    pair.isOpen = true
    let distant = weapons.kills(pair, shooters)
    pair.isClosedUp = true
    #expect(weapons.kills(pair, shooters) > distant)
    pair.cover = .urban
    let urban = weapons.kills(pair, shooters)
    pair.isClosedUp = false
    #expect(weapons.kills(pair, shooters) < distant && urban > distant)
    pair.distance = 2
    pair.cover = .open
    #expect(weapons.kills(pair, shooters) * 2 == distant)
    pair.isOpen = false
    #expect(weapons.kills(pair, shooters) * 4 == distant)
  }
}

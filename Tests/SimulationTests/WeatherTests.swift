import Testing

@testable import Simulation

@Suite struct WeatherTests {
  @Test func spellsFollowEachOther() {
    var setup = SmallWorld().setup
    #expect(!setup.weather(at: Tick(rawValue: 100)).isWet)
    setup.weather = [
      WeatherSpell(from: Tick(rawValue: 10), visibilityMeters: 500),
      WeatherSpell(from: Tick(rawValue: 60), isWet: true),
    ]
    #expect(setup.weather(at: Tick(rawValue: 9)).visibilityMeters == WeatherSpell.clear)
    #expect(setup.weather(at: Tick(rawValue: 10)).visibilityMeters == 500)
    #expect(setup.weather(at: Tick(rawValue: 60)).isWet)
    #expect(setup.weather(at: Tick(rawValue: 6000)).visibilityMeters == WeatherSpell.clear)
  }

  @Test func mistHidesUntilItLifts() {
    var small = SmallWorld(columns: 12, rows: 5)
    small.engagement = [.truce, .truce]
    small.weather = [
      WeatherSpell(from: Tick(rawValue: 0), visibilityMeters: 500),
      WeatherSpell(from: Tick(rawValue: 60)),
    ]
    small.add(0, .infantry, men: 100, at: small.hex(3, 2))
    let tanks = small.add(1, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(4, 2))
    var run = Run(small.world())
    run.step(55)
    #expect(run.world.knowledge[0].serial[tanks.row] == 0)
    run.step(20)
    #expect(run.world.knowledge[0].serial[tanks.row] > 0)
  }

  @Test func rainSlowsWhoLeavesTheRoadAndSparesMen() {
    func battle(wet: Bool) -> (hex: Int32, lost: Int32) {
      var small = SmallWorld(columns: 40, rows: 7)
      small.weather = [WeatherSpell(from: Tick(rawValue: 0), isWet: wet)]
      let column = small.add(0, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(1, 1))
      let attacker = small.add(0, .infantry, men: 450, at: small.hex(10, 5))
      small.add(1, .infantry, men: 450, at: small.hex(11, 5))
      var run = Run(small.world())
      run.world.units.task[attacker.row] = .attack
      run.world.units.posture[attacker.row] = .attacking
      run.step(
        240, [Order(side: SideID(0), unit: column, kind: .move, target: small.hex(38, 1))])
      return (run.world.units.hex[column.row], run.world.units.personnelLost[2])
    }
    let dry = battle(wet: false)
    let wet = battle(wet: true)
    #expect(wet.hex < dry.hex)
    #expect(wet.lost < dry.lost)
  }
}

import Simulation
import Testing

@Suite struct OrderTextTests {
  private var setup: BattleSetup {
    var small = SmallWorld()
    small.add(0, .armor, at: small.hex(2, 2))
    small.add(1, .infantry, at: small.hex(8, 8))
    return small.setup
  }

  @Test func everyOrderComesBack() throws {
    let setup = setup
    for kind in OrderKind.allCases {
      for target in [nil, Int32(0), Int32(setup.terrain.grid.count - 1)] {
        for moment in [nil, Tick(0), Tick(420)] {
          for rules in [nil, RulesOfEngagement.truce, .returnFire, .free] {
            for minutes in [Int32(0), 20] {
              for isQueued in [false, true] {
                let order = Order(
                  side: SideID(1), unit: UnitID(1), kind: kind, target: target, notBefore: moment,
                  isQueued: isQueued, duration: minutes, rules: rules)
                let line = order.line(in: setup)
                #expect(try Order(line: line, in: setup) == order)
              }
            }
          }
        }
      }
    }
  }

  @Test func theLineReadsAsDocumented() throws {
    let line = "az az.0 bombard 11.9 at=420 for=20 rules=free queued"
    #expect(try Order(line: line, in: setup).line(in: setup) == line)
  }

  @Test(arguments: [
    ("", 1), ("xx az.0 move 1.1", 1), ("az zz move 1.1", 4), ("az az.0 fly 1.1", 9),
    ("az az.0 move 12.1", 14), ("az az.0 move 1.10", 16), ("az az.0 move 01.1", 14),
    ("az az.0 move 1.1 at=", 21), ("az az.0 move 1.1 queued at=5", 25), ("az  az.0 move 1.1", 4),
    ("az az.0 move 1.1 ", 18), ("az az.0 move 1.1 for=0", 22), ("az az.0 move -1.1", 14),
    ("az az.0 move 1.1 at=99999999999", 21), ("az az.0 engage rules=war", 22),
  ]) func mistakesAreToldWithTheirPlace(line: String, column: Int) {
    let error = #expect(throws: OrderTextError.self) { try Order(line: line, in: setup) }
    #expect(error?.column == column)
  }

  @Test func anyBytesAreAnOrderOrAnError() {
    let setup = setup
    var numbers = TestNumbers(42)
    let good = Array("az az.0 move 1.1 at=420 for=20 rules=free queued".utf8)
    for _ in 0..<3000 {
      var bytes = good
      for _ in 0...numbers.below(6) {
        switch numbers.below(3) {
        case 0: bytes[numbers.below(bytes.count)] = UInt8(numbers.below(256))
        case 1: bytes.insert(UInt8(numbers.below(256)), at: numbers.below(bytes.count))
        default: if bytes.count > 1 { bytes.remove(at: numbers.below(bytes.count)) }
        }
      }
      let line = String(decoding: bytes, as: UTF8.self)
      if let order = try? Order(line: line, in: setup) { #expect(order.line(in: setup) == line) }
    }
  }
}

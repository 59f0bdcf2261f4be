import Foundation
import Simulation
import Testing

@Suite struct FixedTests {
  @Test func roundsHalvesAwayFromZero() {
    #expect(Fixed.mulDiv(5, 1, 2) == 3)
    #expect(Fixed.mulDiv(-5, 1, 2) == -3)
    #expect(Fixed.mulDiv(5, 1, -2) == -3)
    #expect(Fixed.mulDiv(4, 1, 3) == 1)
    #expect(Fixed.mulDiv(-4, 1, 3) == -1)
    #expect(Fixed.mulDivFloor(-5, 1, 2) == -3)
    #expect(Fixed.floorDiv(-1, 1440) == -1)
    #expect(Fixed.floorMod(-1, 1440) == 1439)
  }

  @Test func rootIsTheLargestWhoseSquareFits() {
    for value in Array(0..<2000) + [1 << 40, (1 << 40) - 1, 1 << 60, Int64.max] {
      let root = Fixed.isqrt(Int64(value))
      #expect(root <= 3_037_000_499 && root * root <= value)
      #expect(
        (root + 1).multipliedReportingOverflow(by: root + 1).overflow
          || (root + 1) * (root + 1) > value)
    }
  }

  @Test func exponentialAndLogarithmAreClose() {
    for x in stride(from: Int32(-11 << 16), through: 20 << 16, by: 7919) {
      let exact = exp(Double(x) / 65536) * 65536
      #expect(abs(Double(Fixed.expQ16(x)) - exact) <= max(0.51, exact / Double(1 << 20)))
    }
    for x in stride(from: Int64(1), through: 5_000_000, by: 997) {
      #expect(abs(Double(Fixed.lnQ16(x)) - log(Double(x) / 65536) * 65536) < 1)
    }
    #expect(Fixed.expQ16(Int32.min) == 0)
    #expect(Fixed.expQ16(Int32.max) == Fixed.expQ16(20 << 16))
  }

  @Test func anglesAreClose() {
    for turn in stride(from: Int32(-70000), through: 70000, by: 13) {
      let angle = Double(turn) / 65536 * 2 * Double.pi
      #expect(abs(Double(Fixed.sin(turn)) - sin(angle) * 65536) < 1)
      #expect(abs(Double(Fixed.cos(turn)) - cos(angle) * 65536) < 1)
      let direction = Fixed.atan2(Int64(sin(angle) * 1e9), Int64(cos(angle) * 1e9))
      let expected = UInt32(truncatingIfNeeded: Int64(turn) << 16)
      #expect(abs(Int32(bitPattern: direction &- expected)) < 64)
    }
  }
}

@Suite struct ChanceTests {
  @Test func drawsAreSpreadEvenly() {
    var counts = [Int](repeating: 0, count: 10)
    for tick in 0..<100 {
      for unit in 0..<100 {
        let drawn = Chance.below(10, seed: 7, tick: Tick(tick), unit: unit, purpose: .quality)
        counts[Int(drawn)] += 1
      }
    }
    for count in counts { #expect(abs(count - 1000) < 150) }
  }

  @Test func everyPartOfTheKeyCounts() {
    let base = Chance.bits(seed: 1, tick: Tick(1), unit: 1, purpose: .quality)
    #expect(base != Chance.bits(seed: 2, tick: Tick(1), unit: 1, purpose: .quality))
    #expect(base != Chance.bits(seed: 1, tick: Tick(2), unit: 1, purpose: .quality))
    #expect(base != Chance.bits(seed: 1, tick: Tick(1), unit: 2, purpose: .quality))
    #expect(base != Chance.bits(seed: 1, tick: Tick(1), unit: 1, purpose: .strength))
    #expect(base == Chance.bits(seed: 1, tick: Tick(1), unit: 1, purpose: .quality))
  }
}

/// What pictures show of the past: where units came along and where people fled to.
///
/// No part of the state: no rule reads it, neither the hash nor the written form holds it, and a
/// world that was read back starts with none.
struct Traces: Sendable, Equatable {
  /// How many hexes of each unit's way are remembered.
  static let length = 32

  /// The hexes that each unit entered, as rings of `length` entries a unit.
  private var hexes: [Int32]
  /// When it entered them, laid out as `hexes`.
  private var ticks: [Int32]
  /// How many hexes each unit has entered so far.
  private var entered: [Int32]
  /// Who fled where, in the order in which each way was first taken.
  private(set) var flows: [RefugeeFlow] = []

  /// No past for so many units.
  init(units: Int) {
    hexes = Array(repeating: -1, count: units * Self.length)
    ticks = Array(repeating: 0, count: units * Self.length)
    entered = Array(repeating: 0, count: units)
  }

  /// Notes where a unit stands.
  mutating func note(_ row: Int, at hex: Int32, _ tick: Int32) {
    let base = row * Self.length
    let count = Int(entered[row])
    if count > 0, hexes[base + (count - 1) % Self.length] == hex { return }
    hexes[base + count % Self.length] = hex
    ticks[base + count % Self.length] = tick
    entered[row] += 1
  }

  /// The hexes that a unit entered since a tick with the one before, the oldest first.
  func trail(_ row: Int, since tick: Int32) -> [Int32] {
    guard row < entered.count else { return [] }
    let base = row * Self.length
    let count = Int(entered[row])
    var trail: [Int32] = []
    for number in max(0, count - Self.length)..<count {
      // A hex that was left since then belongs to the way.
      let next = number + 1
      guard next == count || ticks[base + next % Self.length] >= tick else { continue }
      trail.append(hexes[base + number % Self.length])
    }
    return trail
  }

  /// Adds people who fled from a town to a hex.
  mutating func noteFlight(from town: TownID, to hex: Int32, _ people: Int32, _ tick: Tick) {
    if let known = flows.firstIndex(where: { $0.town == town && $0.destination == hex }) {
      flows[known].people += people
      flows[known].last = tick
    } else {
      flows.append(RefugeeFlow(town: town, destination: hex, people: people, last: tick))
    }
  }
}

/// People who fled from one town to one place.
public struct RefugeeFlow: Sendable, Hashable {
  /// Where they fled from.
  public var town: TownID
  /// Where they went, as a hex index: the middle of a town, or ground of a neutral country.
  public var destination: Int32
  /// How many so far.
  public var people: Int32
  /// When the last of them left or, as far as pictures tell of the past, came in.
  public var last: Tick

  /// A flow from its parts.
  public init(town: TownID, destination: Int32, people: Int32, last: Tick) {
    self.town = town
    self.destination = destination
    self.people = people
    self.last = last
  }
}

extension World {
  /// Notes what this tick left behind: who stands where, and the flights among the events from
  /// `first` on.
  mutating func noteTraces(_ events: borrowing [Event], from first: Int) {
    for row in 0..<units.count where units.status[row] == .active && units.hex[row] >= 0 {
      traces.note(row, at: units.hex[row], tick.rawValue)
    }
    for index in first..<events.count where events[index].kind == .refugeesArrived {
      traces.noteFlight(
        from: TownID(Int(events[index].detail)), to: events[index].hex, events[index].amount,
        events[index].tick)
    }
  }
}

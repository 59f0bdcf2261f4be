import Geography
import ScenarioFormat
import Session
import Simulation

/// How one battle went, as JSON and as text.
enum BattleReport {
  static func json(_ result: RunResult, _ source: BattleSource) -> JSON {
    let world = result.world
    let picture = world.picture(for: .umpire, events: [])
    return [
      "scenario": .string(source.setup.scenarioID),
      "seed": .unsigned(result.seed),
      "ticks": .count(world.tick.rawValue),
      "ended_at": .string(source.setup.clock.localText(at: world.tick)),
      "hash": .string(hexadecimalText(world.stateHash)),
      "outcome": outcome(world),
      "losses": losses(world),
      "civilians": civilians(world),
      "control": control(picture),
      "units": units(picture, source),
      "beats": beats(result, source),
      "events_count": eventsCount(result.events),
    ]
  }

  static func outcome(_ world: World) -> JSON {
    guard let outcome = world.outcome else { return nil }
    return [
      "winner": .optional(outcome.winner.map { world.setup.sides[$0.index].id }),
      "grade": .string(outcome.grade.key),
      "score": .object(
        zip(world.setup.sides, outcome.score).map { ($0.id, .integer($1)) }),
    ]
  }

  static func losses(_ world: World) -> JSON {
    let setup = world.setup
    return .object(
      setup.sides.indices.map { side in
        var men: Int64 = 0
        var vehicles = [Int64](repeating: 0, count: VehicleClass.count)
        for row in setup.units.indices where setup.units[row].side.index == side {
          men += Int64(world.units.personnelLost[row])
          for kind in 0..<VehicleClass.count {
            vehicles[kind] += Int64(world.units.vehiclesLost[row * VehicleClass.count + kind])
          }
        }
        var pairs: [(key: String, value: JSON)] = [("personnel", .integer(rounded(men)))]
        for kind in VehicleClass.allCases {
          pairs.append((kind.key, .integer(rounded(vehicles[Int(kind.rawValue)]))))
        }
        return (setup.sides[side].id, .object(pairs))
      })
  }

  static func civilians(_ world: World) -> JSON {
    let columns = world.civilians
    func sum(_ values: [Int32]) -> JSON { .integer(values.reduce(0) { $0 + Int64($1) }) }
    var towns: [(key: String, value: JSON)] = []
    for (index, town) in world.setup.terrain.towns.enumerated()
    where columns.killed[index] + columns.injured[index] + columns.displaced[index] > 0 {
      towns.append(
        (
          town.id,
          [
            "killed": .count(columns.killed[index]), "injured": .count(columns.injured[index]),
            "displaced": .count(columns.displaced[index]),
          ]
        ))
    }
    return [
      "killed": sum(columns.killed), "injured": sum(columns.injured),
      "displaced": sum(columns.displaced), "by_town": .object(towns),
    ]
  }

  static func beats(_ result: RunResult, _ source: BattleSource) -> JSON {
    .object(
      result.beats.map { beat in
        (beat.id, .optional(beat.tick.map { source.setup.clock.localText(at: $0) }))
      })
  }

  /// Q8 to whole numbers, half upwards.
  private static func rounded(_ value: Int64) -> Int64 { (value + 128) / 256 }

  private static func control(_ picture: Picture) -> JSON {
    let terrain = picture.setup.terrain
    let objectives = Set(picture.setup.objectives.map { terrain.quarters[$0.quarter.index].town })
    var pairs: [(key: String, value: JSON)] = []
    for (index, town) in terrain.towns.enumerated() where objectives.contains(TownID(index)) {
      let quarters = town.quarters.map { quarter -> (key: String, value: JSON) in
        let holder = picture.quarterControl[quarter]
        let side =
          Int(holder) < picture.setup.sides.count
          ? JSON.string(picture.setup.sides[Int(holder)].id) : .null
        return (terrain.quarters[quarter].id, side)
      }
      pairs.append((town.id, .object(quarters)))
    }
    return .object(pairs)
  }

  private static func units(_ picture: Picture, _ source: BattleSource) -> JSON {
    .array(
      picture.units.map { unit in
        let facts = picture.setup.units[unit.id.row]
        let place = source.scenario.theatre.geo(
          .init(x: Double(unit.position.x), y: Double(unit.position.y)))
        return [
          "id": .string(facts.id), "name": .string(facts.name),
          "side": .string(picture.setup.sides[unit.side.index].id), "sidc": .string(facts.sidc),
          "lon": .number(place.longitude), "lat": .number(place.latitude),
          "personnel": .count(unit.personnel),
          "tanks": .count(unit.vehicles[Int(VehicleClass.tank.rawValue)]),
          "cohesion": .count(unit.cohesion), "posture": .string(unit.posture.key),
          "status": .string(unit.status.key),
        ]
      })
  }

  private static func eventsCount(_ events: [Event]) -> JSON {
    var counts = [Int](repeating: 0, count: EventKind.allCases.count)
    for event in events { counts[Int(event.kind.rawValue)] += 1 }
    return .object(EventKind.allCases.map { ($0.key, .count(counts[Int($0.rawValue)])) })
  }

  static func text(_ result: RunResult, _ source: BattleSource) -> String {
    let world = result.world
    let setup = source.setup
    var lines = [
      "\(setup.title), seed \(result.seed): ended "
        + "\(setup.clock.localText(at: world.tick)) (\(BattleClock.elapsedText(world.tick)))"
    ]
    if let outcome = world.outcome {
      let winner = outcome.winner.map { setup.sides[$0.index].name } ?? "nobody"
      lines.append("Outcome: \(outcome.grade.key.replacing("_", with: " ")); winner: \(winner)")
      for (side, score) in zip(setup.sides, outcome.score) {
        lines.append("  \(side.name): \(score) points")
      }
    } else {
      lines.append("Not over yet.")
    }
    for side in setup.sides.indices {
      var men: Int64 = 0
      var tanks: Int64 = 0
      for row in setup.units.indices where setup.units[row].side.index == side {
        men += Int64(world.units.personnelLost[row])
        tanks += Int64(world.units.vehiclesLost[row * VehicleClass.count])
      }
      lines.append(
        "  \(setup.sides[side].name) lost \(rounded(men)) men and \(rounded(tanks)) tanks")
    }
    lines.append("State hash \(hexadecimalText(world.stateHash))")
    return lines.joined(separator: "\n")
  }
}

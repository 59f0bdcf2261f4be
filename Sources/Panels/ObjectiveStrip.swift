import MapTable
import Simulation

/// What of the objectives a viewer holds, and what is known of the battle's end, in a few words
/// each.
struct ObjectiveStrip {
  let picture: Picture

  /// `Cəlilabad 0 of 5 quarters`, `villages 3 of 6`; for the umpire who holds how many.
  var texts: [String] {
    let setup = picture.setup
    var texts: [String] = []
    var villages: [QuarterID] = []
    for town in townsInOrder {
      let quarters = objectives(in: town)
      if quarters.count > 1 || TownID(town) == setup.ceaseFire.town {
        texts.append(
          "\(setup.terrain.towns[town].name)\(isUmpire ? ":" : "") \(holding(quarters))"
            + (isUmpire ? "" : quarters.count == 1 ? " quarter" : " quarters"))
      } else {
        villages += quarters
      }
    }
    if !villages.isEmpty { texts.append("villages\(isUmpire ? ":" : "") \(holding(villages))") }
    return texts
  }

  /// What both sides know of the cease-fire.
  var ceaseFire: String {
    if picture.outcome != nil { return "cease-fire" }
    let earliest = Tick(rawValue: picture.setup.ceaseFire.band.lowerBound)
    guard picture.tick < earliest else { return "cease-fire at any hour" }
    let clock = ClockText(picture.setup.clock)
    return "no cease-fire before \(clock.date(earliest).prefix(3)) \(clock.time(earliest))"
  }

  private var isUmpire: Bool { picture.viewpoint == .umpire }

  /// The towns with objectives, the deciding one first.
  private var townsInOrder: [Int] {
    let setup = picture.setup
    var towns: [Int] = []
    for objective in setup.objectives
    where setup.terrain.quarters.indices.contains(objective.quarter.index) {
      let town = setup.terrain.quarters[objective.quarter.index].town.index
      if setup.terrain.towns.indices.contains(town), !towns.contains(town) { towns.append(town) }
    }
    let decisive = setup.ceaseFire.town?.index
    return towns.filter { $0 == decisive } + towns.filter { $0 != decisive }
  }

  private func objectives(in town: Int) -> [QuarterID] {
    let quarters = picture.setup.terrain.quarters
    return picture.setup.objectives.map(\.quarter)
      .filter { quarters.indices.contains($0.index) && quarters[$0.index].town.index == town }
  }

  private func holding(_ quarters: [QuarterID]) -> String {
    func held(by side: Int) -> Int {
      quarters.filter {
        picture.quarterControl.indices.contains($0.index)
          && Int(picture.quarterControl[$0.index]) == side
      }.count
    }
    if case .side(let side) = picture.viewpoint {
      return "\(held(by: side.index)) of \(quarters.count)"
    }
    let shares = picture.setup.sides.enumerated().compactMap { index, side in
      held(by: index) > 0 ? "\(side.adjective) \(held(by: index))" : nil
    }
    return shares.isEmpty ? "nobody’s" : shares.joined(separator: ", ")
  }
}

import Geography
import Screen
import Simulation

/// A name before it has its place beside what it names.
struct NameCandidate {
  var text: String
  var font: Font
  var ink: MapStyle.Ink
  var hasHalo = true
  var spacing = 0.0
  var place: PlanePoint
  var dotRadius = 0.0
  /// The largest metres a pixel that the style allows it.
  var largest: Double
  var town: TownID?
  /// Whether it may only stand on its place, as the names of seas do.
  var isCentered = false

  /// Every name of a theatre, the most important first.
  static func all(_ theatre: Theatre, _ styles: MapStyles, scale: Double) -> [NameCandidate] {
    let type = MapFonts(scale: scale)
    let style = styles.day
    func limit(_ detail: MapStyle.Detail) -> Double {
      (style.details[detail] ?? .infinity) / scale
    }
    let towns = self.towns(theatre, type, limit)
    let regions = styles.regions.map { region($0, theatre, type, limit) }
    let waters = self.waters(theatre, type, limit)
    return regions.filter { $0.ink == .countryName }
      + towns.filter { $0.rank <= 2 }.map(\.name) + regions.filter { $0.ink == .waterName }
      + towns.filter { $0.rank == 3 }.map(\.name) + regions.filter { $0.ink == .regionName }
      + towns.filter { $0.rank == 4 }.map(\.name) + waters
      + towns.filter { $0.rank >= 5 }.map(\.name)
  }

  private static func towns(
    _ theatre: Theatre, _ type: MapFonts, _ limit: (MapStyle.Detail) -> Double
  ) -> [(rank: Int, name: NameCandidate)] {
    let sorted = theatre.layers.settlements.sorted {
      ($0.rank, -$0.population, $0.id) < ($1.rank, -$1.population, $1.id)
    }
    return sorted.map { town in
      let rank = Int(town.rank)
      let largest: Double =
        switch rank {
        case ...2: .infinity
        case 3: limit(.middleTownNames)
        case 4: limit(.smallTownNames)
        default: limit(.villageNames)
        }
      let name = NameCandidate(
        text: town.nameLocal.isEmpty ? town.name : town.nameLocal, font: type.town(rank: rank),
        ink: rank >= 5 ? .villageName : .name, place: town.point,
        dotRadius: [5.6, 4.0, 3.4, 2.8, 0][min(4, max(0, rank - 1))] * type.scale,
        largest: largest, town: town.townID)
      return (rank, name)
    }
  }

  private static func region(
    _ region: RegionName, _ theatre: Theatre, _ type: MapFonts,
    _ limit: (MapStyle.Detail) -> Double
  ) -> NameCandidate {
    let place = theatre.plane(GeoPoint(longitude: region.longitude, latitude: region.latitude))
    switch region.kind {
    case .sea:
      return NameCandidate(
        text: region.name, font: type.sea, ink: .waterName, hasHalo: false,
        spacing: 3 * type.scale, place: place, largest: region.largestMetersPerPoint / type.scale,
        isCentered: true)
    case .bay:
      return NameCandidate(
        text: region.name, font: type.water, ink: .waterName, place: place,
        largest: limit(.regionNames), isCentered: true)
    case .land:
      return NameCandidate(
        text: capitals(region.name), font: type.region, ink: .regionName, hasHalo: false,
        spacing: 4 * type.scale, place: place, largest: limit(.regionNames), isCentered: true)
    case .country:
      return NameCandidate(
        text: capitals(region.name), font: type.country, ink: .countryName, hasHalo: false,
        spacing: 9 * type.scale, place: place, largest: limit(.countryNames), isCentered: true)
    }
  }

  /// Lakes at their middle; rivers are named along their course (`CurvedNamePlan`).
  private static func waters(
    _ theatre: Theatre, _ type: MapFonts, _ limit: (MapStyle.Detail) -> Double
  ) -> [NameCandidate] {
    var names: [NameCandidate] = []
    for lake in theatre.layers.lakes where !lake.name.isEmpty {
      let bounds = lake.polygon.bounds
      names.append(
        NameCandidate(
          text: lake.name, font: type.water, ink: .waterName,
          place: PlanePoint(
            x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2),
          largest: min(limit(.riverNames), (bounds.maxX - bounds.minX) / (40 * type.scale)),
          isCentered: true))
    }
    return names
  }

  /// Capital letters by the rules of Azerbaijani: i keeps its dot, ı has none.
  static func capitals(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "i": result.append("İ")
      case "ı": result.append("I")
      default: result += character.uppercased()
      }
    }
    return result
  }
}

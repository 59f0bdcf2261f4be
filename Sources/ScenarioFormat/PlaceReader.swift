import Simulation
import SourceText

/// Reads places: `[lon, lat]`, or `{town: calilabad, quarter: north, offset_km: [1.5, -2]}`.
struct PlaceReader {
  /// The ground.
  let ground: Ground

  /// The hex of a place where a unit may stand; nil, and noted, where there is none.
  func openHex(_ place: Located?, who: String) -> Int32? {
    guard let place, let point = point(place, who: who) else { return nil }
    let hex = ground.terrain.grid.index(at: point)
    if let hex, ground.isOpen(hex) { return Int32(hex) }
    let fault =
      if let hex {
        ground.terrain.isWater(hex) ? waterWord(hex) : "stands on neutral ground"
      } else { "stands off the map" }
    let nearest = ground.nearestOpenHex(to: point).map {
      "the nearest land is at \(ground.text(of: $0))"
    }
    place.decoder.error("\(who) \(fault)", hint: nearest ?? "", at: place.node)
    return nil
  }

  /// The town of an id; nil, and noted with the nearest id, where there is none.
  func town(_ id: Located?, what: String = "the town") -> TownID? {
    guard let id else { return nil }
    guard let word = id.decoder.string(id.node, what: what, length: 1...80) else { return nil }
    let towns = ground.terrain.towns
    if let index = towns.firstIndex(where: { $0.id == word }) { return TownID(index) }
    id.decoder.error(
      "\(what) '\(word)' is not known", hint: NearestWord.hint(for: word, among: towns.map(\.id)),
      at: id.node)
    return nil
  }

  /// The quarter of a town by its id; nil, and noted, where there is none.
  func quarter(_ id: Located?, of town: TownID) -> QuarterID? {
    guard let id else { return nil }
    guard let word = id.decoder.string(id.node, what: "the quarter", length: 1...80) else {
      return nil
    }
    let range = ground.terrain.towns[town.index].quarters
    if let index = range.first(where: { ground.terrain.quarters[$0].id == word }) {
      return QuarterID(index)
    }
    let names = ground.terrain.quarters[range].map(\.id)
    id.decoder.error(
      "\(ground.terrain.towns[town.index].name) has no quarter '\(word)'",
      hint: NearestWord.hint(for: word, among: names), at: id.node)
    return nil
  }

  /// Degrees written `[lon, lat]`.
  func degrees(_ place: Located, what: String) -> Ground.Degrees? {
    let items = place.decoder.sequence(place.node, what: what)
    guard items.count == 2 else {
      if case .sequence = place.node.value {
        place.decoder.error(
          "\(what) has \(items.count) values", hint: "write [longitude, latitude]", at: place.node)
      }
      return nil
    }
    let longitude = place.decoder.number(items[0], in: Limits.longitude, what: "the longitude")
    let latitude = place.decoder.number(items[1], in: Limits.latitude, what: "the latitude")
    guard let longitude, let latitude else { return nil }
    return Ground.Degrees(longitude: longitude, latitude: latitude)
  }

  private func waterWord(_ hex: Int) -> String {
    ground.terrain.cover[hex] == .sea ? "stands in the sea" : "stands in a lake"
  }

  private func point(_ place: Located, who: String) -> MapPoint? {
    switch place.node.value {
    case .sequence: return degrees(place, what: "the place").map(ground.plane)
    case .mapping: return townPoint(place)
    default:
      place.decoder.error(
        "the place of \(who) is \(place.node.kindForPeople)",
        hint: "write [longitude, latitude] or {town: name}", at: place.node)
      return nil
    }
  }

  private func townPoint(_ place: Located) -> MapPoint? {
    let known = ["town", "quarter", "offset_km"]
    guard
      place.decoder.mapping(place.node, known: known, required: ["town"], what: "the place"),
      let town = town(place.child("town"))
    else { return nil }
    var hex = Int(ground.terrain.towns[town.index].center)
    if let word = place.child("quarter") {
      guard let quarter = quarter(word, of: town) else { return nil }
      hex = ground.middle(of: ground.terrain.quarters[quarter.index])
    }
    let center = ground.terrain.grid.center(of: hex)
    guard let offset = place.child("offset_km") else { return center }
    let items = offset.items(what: "offset_km")
    guard items.count == 2 else {
      offset.decoder.error(
        "offset_km has \(items.count) values", hint: "write [east, north] in kilometres",
        at: offset.node)
      return nil
    }
    let shifts = items.map { item in
      item.decoder.number(item.node, in: Limits.offsetKilometers, what: "the offset")
        .map { Int32(($0 * 1000).rounded()) }
    }
    guard let east = shifts[0], let north = shifts[1] else { return nil }
    return MapPoint(center.x + east, center.y + north)
  }
}

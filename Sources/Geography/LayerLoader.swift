import Simulation
import SourceText

/// Reads the vector layers of a theatre and projects them.
struct LayerLoader {
  let index: TheatreIndex
  let projection: PlaneProjection

  /// All layers; throws at the first file that is missing or wrong.
  func layers() throws(SourceFailure) -> TheatreLayers {
    TheatreLayers(
      sea: try polygons("sea", keys: ["name"]), lakes: try lakes(),
      islands: try polygons("islands", keys: ["name"]), countries: try countries(),
      border: try lines("border", keys: ["left", "right"]).map(\.line), rivers: try rivers(),
      roads: try roads(), railways: try railways(), settlements: try settlements())
  }

  private func file(_ layer: String, _ kinds: [String]) throws(SourceFailure) -> FeatureFile {
    let box = index.box
    // Layers may reach a little beyond the box, so that lines run to its edge.
    let range = GeoBox(
      west: box.west - 0.5, south: box.south - 0.5, east: box.east + 0.5, north: box.north + 0.5)
    return try FeatureFile(index.paths[layer] ?? "", kinds: kinds, range: range)
  }

  private func polygons(_ layer: String, keys: [String]) throws(SourceFailure) -> [Polygon] {
    let file = try file(layer, ["Polygon", "MultiPolygon"])
    for feature in file.features { check(file, feature, keys, []) }
    try file.decoder.finish()
    return file.features.flatMap { $0.parts.map(polygon) }
  }

  private func lines(
    _ layer: String, keys: [String]
  ) throws(SourceFailure) -> [(line: Polyline, properties: SourceNode)] {
    let file = try file(layer, ["LineString"])
    for feature in file.features { check(file, feature, keys, []) }
    try file.decoder.finish()
    return file.features.map {
      (line($0), $0.properties)
    }
  }

  private func lakes() throws(SourceFailure) -> [WaterBody] {
    let file = try file("lakes", ["Polygon"])
    let lakes = file.features.flatMap { feature in
      check(file, feature, ["name", "kind"], ["name"])
      let name = file.decoder.string(feature.properties["name"]) ?? ""
      return feature.parts.map { WaterBody(polygon: polygon($0), name: name) }
    }
    try file.decoder.finish()
    return lakes
  }

  private func countries() throws(SourceFailure) -> [Country] {
    let file = try file("countries", ["Polygon", "MultiPolygon"])
    let countries = file.features.map { feature in
      check(file, feature, ["iso", "name"], ["iso", "name"])
      let iso = file.decoder.string(feature.properties["iso"], length: 2...2) ?? ""
      return Country(
        iso: iso, name: file.decoder.string(feature.properties["name"]) ?? "",
        polygons: feature.parts.map(polygon), isNeutral: index.neutral.contains(iso))
    }
    try file.decoder.finish()
    return countries
  }

  private func rivers() throws(SourceFailure) -> [River] {
    let file = try file("rivers", ["LineString"])
    let rivers = file.features.map { feature in
      let keys = ["name", "kind", "rank"]
      check(file, feature, keys, keys)
      let kind = file.decoder.word(
        feature.properties["kind"], of: [("river", false), ("canal", true)], what: "the kind")
      return River(
        line: line(feature), name: file.decoder.string(feature.properties["name"]) ?? "",
        rank: Int(file.decoder.integer(feature.properties["rank"], in: 1...3, what: "rank") ?? 3),
        isCanal: kind ?? false)
    }
    try file.decoder.finish()
    return rivers
  }

  private func roads() throws(SourceFailure) -> [Road] {
    let file = try file("roads", ["LineString"])
    let classes: [(String, RoadClass)] = [
      ("motorway", .motorway), ("primary", .primary), ("secondary", .secondary),
    ]
    let roads = file.features.map { feature in
      let properties = feature.properties
      check(file, feature, ["class", "ref", "name", "access"], ["class"])
      return Road(
        line: line(feature),
        roadClass: file.decoder.word(properties["class"], of: classes, what: "the class") ?? .none,
        ref: file.decoder.string(properties["ref"]) ?? "",
        name: file.decoder.string(properties["name"]) ?? "",
        isAccess: file.decoder.string(properties["access"]) != nil)
    }
    try file.decoder.finish()
    return roads
  }

  private func railways() throws(SourceFailure) -> [Railway] {
    try lines("railways", keys: ["name", "kind"]).map { line, properties in
      var name = ""
      if case .string(let text) = properties["name"]?.value { name = text }
      return Railway(line: line, name: name, isMain: properties["kind"]?.value == .string("main"))
    }
  }

  private func settlements() throws(SourceFailure) -> [Settlement] {
    let file = try file("settlements", ["Point"])
    let decoder = file.decoder
    var ids: Set<String> = []
    let settlements = file.features.compactMap { feature -> Settlement? in
      let keys = ["id", "name", "english", "country", "rank", "population"]
      let node = feature.properties
      check(file, feature, keys + ["estimate"], keys)
      guard let point = feature.parts.first?.first?.first,
        let id = decoder.string(node["id"], what: "the id", length: 1...40),
        let population = decoder.integer(
          node["population"], in: 1...20_000_000, what: "the population"),
        let rank = decoder.integer(node["rank"], in: 1...5, what: "the rank")
      else { return nil }
      if !isPlain(id) {
        decoder.error(
          "the id '\(id)' is not legal", hint: "use a letter a–z, then a–z, 0–9 and '-'",
          at: node["id"] ?? node)
      }
      if !ids.insert(id).inserted {
        decoder.error("the id '\(id)' stands twice", at: node["id"] ?? node)
      }
      return Settlement(
        id: id, name: decoder.string(node["english"]) ?? "",
        nameLocal: decoder.string(node["name"]) ?? "", population: Int32(population),
        isEstimate: decoder.bool(node["estimate"]) ?? false, rank: UInt8(rank),
        point: projection.plane(point), country: decoder.string(node["country"]) ?? "",
        townID: nil)
    }
    if settlements.count > 4000 {
      decoder.error("4000 settlements are allowed at most", at: SourcePosition(line: 1, column: 1))
    }
    try decoder.finish()
    return settlements
  }

  private func isPlain(_ id: String) -> Bool {
    let letters = Array(id.utf8)
    return letters.first.map { (0x61...0x7A).contains($0) } ?? false
      && letters.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private func check(
    _ file: FeatureFile, _ feature: FeatureFile.Feature, _ known: [String], _ required: [String]
  ) {
    _ = file.decoder.mapping(
      feature.properties, known: known, required: required, what: "the properties")
  }

  private func line(_ feature: FeatureFile.Feature) -> Polyline {
    Polyline(points: projected(feature.parts.first?.first ?? [], isRing: false))
  }

  private func polygon(_ rings: [[GeoPoint]]) -> Polygon {
    Polygon(rings: rings.map { projected($0, isRing: true) })
  }

  /// Points on the plane. Edges longer than 0.05° are divided first: a parallel is straight in
  /// degrees, as GeoJSON wants it, but bent on the plane.
  private func projected(_ points: [GeoPoint], isRing: Bool) -> [PlanePoint] {
    var result: [PlanePoint] = []
    result.reserveCapacity(points.count)
    for (index, point) in points.enumerated() {
      result.append(projection.plane(point))
      guard isRing || index + 1 < points.count else { break }
      let next = points[(index + 1) % points.count]
      let (dx, dy) = (next.longitude - point.longitude, next.latitude - point.latitude)
      let parts = Int((max(abs(dx), abs(dy)) / 0.05).rounded(.up))
      for part in 1..<max(parts, 1) {
        let share = Double(part) / Double(parts)
        result.append(
          projection.plane(
            GeoPoint(
              longitude: point.longitude + dx * share, latitude: point.latitude + dy * share)))
      }
    }
    return result
  }
}

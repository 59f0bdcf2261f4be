import SourceText

/// A layer in GeoJSON (RFC 7946): its features with checked coordinates.
struct FeatureFile {
  /// One feature.
  struct Feature {
    var properties: SourceNode
    var place: SourcePosition
    /// Rings of polygons, or lines, or one point as a line of one: by `kind`.
    var parts: [[[GeoPoint]]]
  }

  let decoder: SourceDecoder
  private(set) var features: [Feature] = []
  private let range: GeoBox

  /// Reads the layer of a file; every coordinate must lie within `range`.
  init(_ path: String, kinds: [String], range: GeoBox) throws(SourceFailure) {
    decoder = SourceDecoder(file: path)
    self.range = range
    let bytes = try SourceFile.read(path, limits: .geography)
    let root = try SourceReader.json(bytes, file: path, limits: .geography)
    let known = ["type", "name", "features"]
    if decoder.mapping(root, known: known, required: ["type", "features"], what: "a layer") {
      if decoder.string(root["type"], what: "the type") != "FeatureCollection" {
        decoder.error("a layer must be a FeatureCollection", at: root)
      }
      for node in decoder.sequence(root["features"], what: "the features") {
        if let feature = feature(node, kinds) { features.append(feature) }
      }
    }
    try decoder.finish()
  }

  private func feature(_ node: SourceNode, _ kinds: [String]) -> Feature? {
    let keys = ["type", "properties", "geometry"]
    guard decoder.mapping(node, known: keys, required: keys, what: "a feature"),
      let properties = node["properties"], let geometry = node["geometry"],
      decoder.mapping(
        geometry, known: ["type", "coordinates"], required: ["type", "coordinates"],
        what: "a geometry"),
      let kind = decoder.word(
        geometry["type"], of: kinds.map { ($0, $0) }, what: "the kind of geometry"),
      let coordinates = geometry["coordinates"]
    else { return nil }
    let parts: [[[GeoPoint]]]
    switch kind {
    case "Point": parts = [[[point(coordinates)].compactMap { $0 }]]
    case "LineString": parts = [[line(coordinates, atLeast: 2)]]
    case "Polygon": parts = [polygon(coordinates)]
    default: parts = items(coordinates).map(polygon)
    }
    return Feature(properties: properties, place: node.position, parts: parts)
  }

  private func polygon(_ node: SourceNode) -> [[GeoPoint]] {
    let rings = items(node).map { ring in
      var points = line(ring, atLeast: 4)
      if points.count > 1, points.first != points.last {
        decoder.error("a ring must end where it began", at: ring)
      }
      if !points.isEmpty { points.removeLast() }
      return points
    }
    if rings.isEmpty { decoder.error("a polygon needs a ring", at: node) }
    return rings
  }

  private func line(_ node: SourceNode, atLeast count: Int) -> [GeoPoint] {
    let nodes = items(node)
    if nodes.count < count { decoder.error("at least \(count) points must stand here", at: node) }
    var points: [GeoPoint] = []
    points.reserveCapacity(nodes.count)
    for item in nodes { if let point = point(item) { points.append(point) } }
    return points
  }

  private func point(_ node: SourceNode) -> GeoPoint? {
    let numbers = items(node)
    guard numbers.count == 2 else {
      decoder.error("a point must be [longitude, latitude]", at: node)
      return nil
    }
    guard
      let longitude = decoder.number(
        numbers[0], in: range.west...range.east, what: "the longitude"),
      let latitude = decoder.number(
        numbers[1], in: range.south...range.north, what: "the latitude")
    else { return nil }
    return GeoPoint(longitude: longitude, latitude: latitude)
  }

  private func items(_ node: SourceNode) -> [SourceNode] {
    decoder.sequence(node, what: "the coordinates")
  }
}

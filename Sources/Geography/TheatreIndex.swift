import SourceText

/// The contents of `theatre.json`: what the theatre is called, what it covers, where its layers
/// lie.
struct TheatreIndex {
  /// The layers that an index names, each with a file.
  static let layerNames = [
    "sea", "islands", "lakes", "countries", "border", "rivers", "roads", "railways", "settlements",
    "elevation", "landCover",
  ]

  var id = ""
  var name = ""
  var box = GeoBox(west: 0, south: 0, east: 0, north: 0)
  var zone = 0
  /// Countries that take no part, by ISO 3166.
  var neutral: [String] = []
  /// Paths by the names of the layers.
  var paths: [String: String] = [:]
  var credits: [String] = []

  /// Reads the index of a folder.
  init(folder: String) throws(SourceFailure) {
    let path = folder + "/theatre.json"
    let decoder = SourceDecoder(file: path)
    let root = try SourceReader.json(try SourceFile.read(path), file: path)
    let keys = ["format", "version", "id", "name", "box", "utmZone", "neutral", "files", "credits"]
    if decoder.mapping(root, known: keys, required: keys, what: "a theatre") {
      if decoder.string(root["format"]) != "sitrep-theatre" {
        decoder.error("the format must be 'sitrep-theatre'", at: root["format"] ?? root)
      }
      _ = decoder.integer(root["version"], in: 1...1, what: "the version")
      id = decoder.string(root["id"], what: "the id", length: 1...60) ?? ""
      name = decoder.string(root["name"], what: "the name", length: 1...200) ?? ""
      zone = Int(decoder.integer(root["utmZone"], in: 1...60, what: "the zone") ?? 0)
      neutral = decoder.sequence(root["neutral"]).compactMap { decoder.string($0) }
      credits = decoder.sequence(root["credits"]).compactMap { decoder.string($0) }
      if zone > 0 { readBox(root["box"] ?? root, decoder) }
      readFiles(root["files"] ?? root, folder, decoder)
    }
    try decoder.finish()
  }

  private mutating func readBox(_ node: SourceNode, _ decoder: SourceDecoder) {
    let keys = ["west", "south", "east", "north"]
    guard decoder.mapping(node, known: keys, required: keys, what: "the box") else { return }
    let middle = UTM.centralMeridian(zone: zone)
    let longitudes = (middle - 9)...(middle + 9)
    box = GeoBox(
      west: decoder.number(node["west"], in: longitudes, what: "west") ?? middle,
      south: decoder.number(node["south"], in: 0...80, what: "south") ?? 0,
      east: decoder.number(node["east"], in: longitudes, what: "east") ?? middle,
      north: decoder.number(node["north"], in: 0...80, what: "north") ?? 0)
    if !(0.05...6).contains(box.east - box.west) || !(0.05...6).contains(box.north - box.south) {
      decoder.error(
        "the box is too small or too large", hint: "0.05 to 6 degrees each way", at: node)
    }
  }

  private mutating func readFiles(_ node: SourceNode, _ folder: String, _ decoder: SourceDecoder) {
    let names = Self.layerNames
    guard decoder.mapping(node, known: names, required: names, what: "the files") else { return }
    for layer in names {
      guard let file = decoder.string(node[layer], what: layer, length: 1...100) else { continue }
      if file.contains("/") {
        decoder.error("a layer must lie beside the index", at: node[layer] ?? node)
      }
      paths[layer] = folder + "/" + file
    }
  }
}

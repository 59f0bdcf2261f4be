import SourceText

/// The name of a sea, a plain, a range or a country, with the place where it is written.
public struct RegionName: Sendable, Equatable {
  /// What the name belongs to.
  public enum Kind: Sendable { case sea, bay, land, country }

  /// The name as the map writes it.
  public var name: String
  /// What it belongs to.
  public var kind: Kind
  /// Degrees east of the middle of the writing.
  public var longitude: Double
  /// Degrees north of the middle of the writing.
  public var latitude: Double
  /// The largest metres a point at which it shows; infinite where only its kind limits it.
  public var largestMetersPerPoint = Double.infinity

  /// Reads a file of region names.
  static func load(_ path: String) throws(SourceFailure) -> [RegionName] {
    try decode(try SourceFile.read(path), file: path)
  }

  /// Reads region names from the bytes of their file.
  static func decode(_ bytes: [UInt8], file: String) throws(SourceFailure) -> [RegionName] {
    let root = try SourceReader.yaml(bytes, file: file)
    let decoder = SourceDecoder(file: file)
    var names: [RegionName] = []
    if decoder.mapping(root, known: ["regions"], required: ["regions"], what: "region names") {
      for item in decoder.sequence(root["regions"], what: "the regions") {
        let keys = ["name", "kind", "at"]
        guard decoder.mapping(item, known: keys + ["shows"], required: keys, what: "a region")
        else { continue }
        let place = decoder.sequence(item["at"], what: "the place")
        guard place.count == 2 else {
          decoder.error("a place needs longitude and latitude", at: item["at"] ?? item)
          continue
        }
        guard let name = decoder.string(item["name"], what: "the name", length: 1...60),
          let kind = decoder.word(item["kind"], of: kinds, what: "the kind"),
          let longitude = decoder.number(place[0], in: -180...180, what: "the longitude"),
          let latitude = decoder.number(place[1], in: -85...85, what: "the latitude")
        else { continue }
        var region = RegionName(
          name: name, kind: kind, longitude: longitude, latitude: latitude)
        if let shows = item["shows"],
          let largest = decoder.number(shows, in: 1...10_000, what: "the scale it shows at")
        {
          region.largestMetersPerPoint = largest
        }
        names.append(region)
      }
    }
    try decoder.finish()
    return names
  }

  private static let kinds: [(String, Kind)] = [
    ("sea", .sea), ("bay", .bay), ("land", .land), ("country", .country),
  ]
}

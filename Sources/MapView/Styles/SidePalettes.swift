public import Screen
import SourceText

/// The colours of the sides' frames: the scenario's own, or a palette that colour-blind people can
/// tell apart.
public struct SidePalettes: Sendable, Equatable {
  /// Frame colours by 2525D identity digit (3 friend, 4 neutral, 6 hostile…) for the default look.
  public var standard: [UInt8: Color]
  /// The same for the colour-blind-safe look.
  public var safe: [UInt8: Color]

  /// Reads a palette file.
  static func load(_ path: String) throws(SourceFailure) -> SidePalettes {
    try decode(try SourceFile.read(path), file: path)
  }

  /// Reads palettes from the bytes of their file.
  static func decode(_ bytes: [UInt8], file: String) throws(SourceFailure) -> SidePalettes {
    let root = try SourceReader.yaml(bytes, file: file)
    let decoder = SourceDecoder(file: file)
    var palettes = SidePalettes(standard: [:], safe: [:])
    let keys = ["standard", "safe"]
    if decoder.mapping(root, known: keys, required: keys, what: "the palettes") {
      palettes.standard = colors(root["standard"], decoder)
      palettes.safe = colors(root["safe"], decoder)
    }
    try decoder.finish()
    return palettes
  }

  private static let identities: [(String, UInt8)] = [
    ("pending", 0), ("unknown", 1), ("assumed_friend", 2), ("friend", 3), ("neutral", 4),
    ("suspect", 5), ("hostile", 6),
  ]

  private static func colors(_ node: SourceNode?, _ decoder: SourceDecoder) -> [UInt8: Color] {
    let keys = identities.map(\.0)
    guard let node, decoder.mapping(node, known: keys, required: keys, what: "a palette")
    else { return [:] }
    var result: [UInt8: Color] = [:]
    for (key, digit) in identities { result[digit] = decoder.color(node[key]) }
    return result
  }
}

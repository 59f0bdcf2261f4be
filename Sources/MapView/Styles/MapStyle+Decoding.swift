import Screen
import SourceText

extension MapStyle {
  /// Reads a style file.
  static func load(_ path: String) throws(SourceFailure) -> MapStyle {
    try decode(try SourceFile.read(path), file: path)
  }

  /// Reads a style from the bytes of its file; every mistake is told with line and column.
  static func decode(_ bytes: [UInt8], file: String) throws(SourceFailure) -> MapStyle {
    let root = try SourceReader.yaml(bytes, file: file)
    let decoder = SourceDecoder(file: file)
    var style = MapStyle(name: "", colors: [:], widths: [:], details: [:], relief: 1)
    let keys = ["name", "relief", "colors", "widths", "shows"]
    if decoder.mapping(root, known: keys, required: keys, what: "a map style") {
      style.name = decoder.string(root["name"], what: "the name", length: 1...40) ?? ""
      style.relief = decoder.number(root["relief"], in: 0...2, what: "the relief") ?? 1
      style.colors = colors(root["colors"], decoder)
      style.widths = widths(root["widths"], decoder)
      style.details = details(root["shows"], decoder)
    }
    try decoder.finish()
    return style
  }

  private static func colors(_ node: SourceNode?, _ decoder: SourceDecoder) -> [Ink: Color] {
    let keys = Ink.allCases.map(\.key)
    guard let node, decoder.mapping(node, known: keys, required: keys, what: "the colours")
    else { return [:] }
    var result: [Ink: Color] = [:]
    for ink in Ink.allCases { result[ink] = decoder.color(node[ink.key]) }
    return result
  }

  private static func widths(_ node: SourceNode?, _ decoder: SourceDecoder) -> [Stroke: [Knot]] {
    let keys = Stroke.allCases.map(\.key)
    guard let node, decoder.mapping(node, known: keys, required: keys, what: "the widths")
    else { return [:] }
    var result: [Stroke: [Knot]] = [:]
    for stroke in Stroke.allCases {
      guard let list = node[stroke.key] else { continue }
      result[stroke] = knots(list, decoder)
    }
    return result
  }

  private static func knots(_ list: SourceNode, _ decoder: SourceDecoder) -> [Knot] {
    var knots: [Knot] = []
    for item in decoder.sequence(list, what: "a width by scale") {
      let pair = decoder.sequence(item, what: "metres a point with a width")
      guard pair.count == 2 else {
        decoder.error("a width needs two numbers", hint: "write [metres a point, width]", at: item)
        continue
      }
      guard let meters = decoder.number(pair[0], in: 0.1...100_000, what: "metres a point"),
        let width = decoder.number(pair[1], in: 0...200, what: "the width")
      else { continue }
      if let last = knots.last, last.metersPerPoint <= meters {
        decoder.error("scales must fall from line to line", at: pair[0])
      }
      knots.append(Knot(metersPerPoint: meters, width: width))
    }
    return knots
  }

  private static func details(_ node: SourceNode?, _ decoder: SourceDecoder) -> [Detail: Double] {
    let keys = Detail.allCases.map(\.key)
    guard let node, decoder.mapping(node, known: keys, required: keys, what: "what shows when")
    else { return [:] }
    var result: [Detail: Double] = [:]
    for detail in Detail.allCases {
      result[detail] = decoder.number(node[detail.key], in: 0...100_000, what: "metres a point")
    }
    return result
  }
}

extension SourceDecoder {
  /// A colour written as `#RGB`, `#RRGGBB` or `#RRGGBBAA`.
  func color(_ node: SourceNode?) -> Color? {
    guard let node, let text = string(node, what: "a colour") else { return nil }
    if let color = Color(hex: text) { return color }
    error("'\(text.prefix(20))' is no colour", hint: "write \"#RRGGBB\" or \"#RRGGBBAA\"", at: node)
    return nil
  }
}

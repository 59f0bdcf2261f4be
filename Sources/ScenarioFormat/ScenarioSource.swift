import SourceText

/// A value with the file that it stands in, so that a mistake in it is told at its place.
struct Located {
  /// The value.
  var node: SourceNode
  /// The decoder of its file.
  var decoder: SourceDecoder
  /// The folder of its file, for names of files beside it.
  var folder: String

  /// The value of a key of this mapping.
  func child(_ key: String) -> Located? {
    node[key].map { Located(node: $0, decoder: decoder, folder: folder) }
  }

  /// The items of this list, noted where it is none.
  func items(what: String) -> [Located] {
    decoder.sequence(node, what: what).map {
      Located(node: $0, decoder: decoder, folder: folder)
    }
  }
}

/// The text of a scenario with all files that belong to it: its sections by their key.
///
/// A scenario may say `extends: ../Other`: sections that it gives replace the other's.
struct ScenarioSource {
  /// The sections of a scenario file.
  static let keys = [
    "format", "extends", "title", "theatre", "notice", "credit", "story", "clock", "sides",
    "weather", "unit_types", "order_of_battle", "changes", "territory", "objectives",
    "civilians", "political_costs", "cease_fire", "plans", "press", "lessons",
  ]
  /// The sections that a scenario must have, of its own or from what it extends.
  static let required = [
    "title", "theatre", "clock", "sides", "order_of_battle", "cease_fire",
  ]

  /// The folder of the scenario itself.
  let folder: String
  /// The decoder of the scenario's own file.
  let decoder: SourceDecoder
  /// The sections by key.
  private(set) var sections: [String: Located] = [:]
  /// The decoders of all files, the scenario's own first.
  private(set) var decoders: [SourceDecoder] = []
  /// Where the scenario's own file begins.
  let root: SourceNode

  /// Reads `path` and what it extends. Throws where a file is missing or no YAML; what else is
  /// wrong is noted in the decoders.
  init(path: String) throws(SourceFailure) {
    root = try SourceReader.yaml(try SourceFile.read(path), file: path)
    decoder = SourceDecoder(file: path)
    folder = Self.folder(of: path)
    try add(root, decoder, folder, depth: 1)
    checkRequired()
  }

  /// Reads a file that a section names, once; notes it at `at` where it is missing or no YAML.
  mutating func include(_ name: Located) -> Located? {
    guard let file = name.decoder.string(name.node, what: "the file", length: 1...200) else {
      return nil
    }
    let path = "\(name.folder)/\(file)"
    do throws(SourceFailure) {
      let node = try SourceReader.yaml(try SourceFile.read(path), file: path)
      let decoder = SourceDecoder(file: path)
      decoders.append(decoder)
      return Located(node: node, decoder: decoder, folder: Self.folder(of: path))
    } catch {
      if error.isMissingFile {
        name.decoder.error(
          "there is no file '\(file)' beside the scenario", hint: hint(file, name.folder),
          at: name.node)
      } else {
        name.decoder.adopt(error.diagnostics)
      }
      return nil
    }
  }

  /// Everything noted in any of the files: the scenario's own first, each in the order of its
  /// lines.
  var diagnostics: [Diagnostic] { decoders.flatMap { $0.sorted() } }

  private mutating func add(
    _ node: SourceNode, _ decoder: SourceDecoder, _ folder: String, depth: Int
  ) throws(SourceFailure) {
    decoders.append(decoder)
    guard decoder.mapping(node, known: Self.keys, required: ["format"], what: "the scenario")
    else { return }
    _ = decoder.integer(node["format"], in: 1...1, what: "the format")
    for pair in node.mappingPairs where Self.keys.contains(pair.key) {
      if sections[pair.key] != nil { continue }
      sections[pair.key] = Located(node: pair.value, decoder: decoder, folder: folder)
    }
    guard let base = node["extends"],
      let name = decoder.string(base, what: "the scenario to extend", length: 1...200)
    else { return }
    guard depth < Limits.extensions else {
      decoder.error(
        "scenarios extend each other more than \(Limits.extensions) deep",
        hint: "does one extend itself?", at: base)
      return
    }
    let path = "\(folder)/\(name)/scenario.yaml"
    guard SourceFile.exists(path) else {
      decoder.error(
        "there is no scenario '\(name)' to extend",
        hint: "write the way to its folder, as ../Calilabad", at: base)
      return
    }
    let text = try SourceReader.yaml(try SourceFile.read(path), file: path)
    try add(text, SourceDecoder(file: path), Self.folder(of: path), depth: depth + 1)
  }

  private func checkRequired() {
    guard case .mapping = root.value else { return }
    // What a scenario lacks because its base is missing has been told once, at `extends`.
    if root["extends"] != nil, decoder.hasErrors { return }
    for key in Self.required where sections[key] == nil {
      decoder.error("the scenario lacks the key '\(key)'", hint: "add '\(key): …'", at: root)
    }
  }

  private func hint(_ file: String, _ folder: String) -> String {
    NearestWord.hint(for: file, among: SourceFile.list(folder))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

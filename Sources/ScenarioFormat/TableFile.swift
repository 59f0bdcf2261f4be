public import Simulation
public import SourceText

/// The tables of `Assets/Tables`: one file for each group of rule parameters, the equipment, and
/// ways to fight by name.
///
/// A group's file gives every parameter of the group, each with its value, unit, tag and source, so
/// that every number of the model can be traced.
public enum TableFile {
  /// How a number is known: computed from engagements, read in sources, commonly published, judged.
  static let tags: [(String, Bool)] = [("C", true), ("R", true), ("M", true), ("J", true)]

  /// The rules from a folder of tables; throws every mistake of every file.
  public static func rules(folder: String) throws(SourceFailure) -> Rules {
    let (rules, diagnostics) = load(folder: folder)
    guard diagnostics.allSatisfy({ $0.severity == .warning }) else {
      throw SourceFailure(diagnostics)
    }
    return rules
  }

  /// The rules as far as they can be read, and what is wrong with them.
  static func load(folder: String) -> (rules: Rules, diagnostics: [Diagnostic]) {
    var rules = Rules()
    var diagnostics: [Diagnostic] = []
    for group in Rules.groups {
      diagnostics += read("\(folder)/\(group.name).yaml") { root, decoder in
        decode(group: group.name, keys: group.keys, root, decoder, into: &rules)
      }
    }
    diagnostics += read("\(folder)/equipment.yaml") { root, decoder in
      rules.equipment = equipment(root, decoder)
    }
    diagnostics += read("\(folder)/conduct.yaml") { root, decoder in
      rules.conducts = conducts(root, decoder)
    }
    return (rules, diagnostics)
  }

  /// What is wrong with one table file.
  static func diagnostics(of path: String) -> [Diagnostic] {
    read(path) { root, decoder in
      guard root["equipment"] == nil else {
        _ = equipment(root, decoder)
        return
      }
      guard root["conducts"] == nil else {
        _ = conducts(root, decoder)
        return
      }
      var rules = Rules()
      let groups = Rules.groups.map { ($0.name, $0) }
      guard let group = decoder.word(root["group"], of: groups, what: "the group") else {
        if root["group"] == nil {
          decoder.error(
            "the table lacks the key 'group'", hint: "or 'equipment' or 'conducts'", at: root)
        }
        return
      }
      decode(group: group.name, keys: group.keys, root, decoder, into: &rules)
    }
  }

  /// Reads a file and lets `body` decode it; returns what is wrong.
  private static func read(
    _ path: String, _ body: (SourceNode, SourceDecoder) -> Void
  ) -> [Diagnostic] {
    do throws(SourceFailure) {
      let root = try SourceReader.yaml(try SourceFile.read(path), file: path)
      let decoder = SourceDecoder(file: path)
      body(root, decoder)
      return decoder.sorted()
    } catch {
      return error.diagnostics
    }
  }

  private static func decode(
    group: String, keys: [String], _ root: SourceNode, _ decoder: SourceDecoder,
    into rules: inout Rules
  ) {
    let known = ["format", "group", "parameters"]
    guard decoder.mapping(root, known: known, required: known, what: "the table") else { return }
    _ = decoder.integer(root["format"], in: 1...1, what: "the format")
    _ = decoder.word(root["group"], of: [(group, true)], what: "the group")
    guard let parameters = root["parameters"],
      decoder.mapping(parameters, known: keys, required: keys, what: "the group '\(group)'")
    else { return }
    for pair in parameters.mappingPairs where keys.contains(pair.key) {
      guard let value = parameter(pair, decoder) else { continue }
      _ = rules.set(group: group, key: pair.key, to: value)
    }
  }

  private static func parameter(_ pair: SourceNode.Pair, _ decoder: SourceDecoder) -> Int32? {
    let known = ["value", "unit", "tag", "source"]
    let what = "the parameter '\(pair.key)'"
    guard decoder.mapping(pair.value, known: known, required: known, what: what) else { return nil }
    _ = decoder.string(pair.value["unit"], what: "the unit", length: 0...80)
    _ = decoder.word(pair.value["tag"], of: tags, what: "the tag")
    _ = decoder.string(pair.value["source"], what: "the source", length: 1...1000)
    return decoder.integer(pair.value["value"], in: Limits.parameter, what: "the value")
      .map { Int32($0) }
  }
}

public import Simulation

/// A name that is looked for while it is typed.
public struct Finding: Sendable, Equatable {
  /// How much can be typed.
  public static let longest = 40

  /// What has been typed.
  public var text = ""
  /// The result that Enter goes to, from 0.
  public var chosen = 0
  /// Whether the key that opened it is still to write its own character.
  public var skipsText = false

  /// An empty search.
  public init() {}
}

/// Something with a name that can be gone to.
public struct FoundPlace: Sendable, Hashable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    case unit(UnitID)
    case formation(FormationID)
    case town(TownID)
    case contact(ContactID)
  }
  /// What it is.
  public var kind: Kind
  /// Its name.
  public var name: String
  /// What stands beside the name: the formation, or what it is.
  public var detail: String
}

extension Finding {
  /// What a picture knows by a name, the best fit first: names that begin so before those with a
  /// word that does, and those before the rest. Letters beyond ASCII may be typed without their
  /// marks.
  public func results(in picture: Picture, limit: Int = 8) -> [FoundPlace] {
    let wanted = Self.plain(text)
    guard !wanted.isEmpty else { return [] }
    var found: [(rank: Int, order: Int, place: FoundPlace)] = []
    func offer(_ names: [String], _ kind: FoundPlace.Kind, _ name: String, _ detail: String) {
      guard let rank = names.compactMap({ Self.rank(of: wanted, in: Self.plain($0)) }).min()
      else { return }
      found.append(
        (rank, found.count, FoundPlace(kind: kind, name: name, detail: detail)))
    }
    let setup = picture.setup
    for (index, town) in setup.terrain.towns.enumerated() {
      offer([town.name, town.id], .town(TownID(index)), town.name, "town")
    }
    let sides = Set(picture.units.map(\.side))
    for (index, node) in setup.formations.enumerated() where sides.contains(node.side) {
      offer([node.name, node.shortName], .formation(FormationID(index)), node.name, "formation")
    }
    for unit in picture.units where setup.units.indices.contains(unit.id.row) {
      guard unit.hex >= 0, unit.status != .gone, unit.status != .departed else { continue }
      let cold = setup.units[unit.id.row]
      let detail =
        setup.formations.indices.contains(cold.formation.index)
        ? setup.formations[cold.formation.index].shortName : "unit"
      offer([cold.name, cold.shortName], .unit(unit.id), cold.name, detail)
    }
    for contact in picture.contacts where !contact.name.isEmpty {
      offer([contact.name], .contact(contact.id), contact.name, "contact")
    }
    return found.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }.prefix(limit).map(\.place)
  }

  private static func rank(of wanted: String, in name: String) -> Int? {
    if name == wanted { return 0 }
    if name.hasPrefix(wanted) { return 1 }
    let words = name.split { $0 == " " || $0 == "-" || $0 == "." || $0 == "," }
    if words.contains(where: { $0.hasPrefix(wanted) }) { return 2 }
    return wanted.count >= 3 && name.contains(wanted) ? 3 : nil
  }

  /// Lower case without the marks of the theatre's letters.
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.lowercased() {
      if let letter = letters[character] {
        plain += letter
      } else if character != "\u{307}" {
        plain.append(character)
      }
    }
    while plain.first == " " { plain.removeFirst() }
    while plain.last == " " { plain.removeLast() }
    return plain
  }

  private static let letters: [Character: String] = [
    "ə": "e", "ö": "o", "ü": "u", "ğ": "g", "ı": "i", "ş": "s", "ç": "c", "i̇": "i", "á": "a",
    "â": "a", "ā": "a", "é": "e", "ë": "e", "í": "i", "î": "i", "ī": "i", "ó": "o", "ô": "o",
    "ú": "u", "û": "u", "ū": "u", "’": "'",
  ]
}

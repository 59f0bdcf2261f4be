public import Simulation

/// What a journal says of its battle before the first order.
public struct JournalHeader: Sendable, Equatable {
  /// Who gave a side's orders.
  public enum Commander: String, Sendable, CaseIterable {
    /// A person.
    case person
    /// The computer staff.
    case staff
    /// Orders from a file alone.
    case orders
  }

  /// The journal format that this program writes and reads.
  public static let currentFormat = 1

  /// The format's version.
  public var format: Int
  /// The version of the rules that the battle was fought under.
  public var rulesVersion: Int32
  /// The scenario's folder name.
  public var scenario: String
  /// The digest of the resolved scenario and its tables.
  public var sourceDigest: UInt64
  /// The hash of the derived ground.
  public var terrainHash: UInt64
  /// The seed of all chance.
  public var seed: UInt64
  /// The commander of each side by the side's word, in the order of the sides.
  public var commanders: [(side: String, commander: Commander)]

  /// A header for a battle that starts now.
  public init(setup: BattleSetup, seed: UInt64, commanders: [Commander]) {
    format = Self.currentFormat
    rulesVersion = World.rulesVersion
    scenario = setup.scenarioID
    sourceDigest = setup.sourceDigest
    terrainHash = setup.terrainHash
    self.seed = seed
    self.commanders = zip(setup.sides, commanders).map { ($0.id, $1) }
  }

  /// An empty header, to be filled by the reader.
  init() {
    format = 0
    rulesVersion = 0
    scenario = ""
    sourceDigest = 0
    terrainHash = 0
    seed = 0
    commanders = []
  }

  /// The header's lines, each with its newline.
  public var text: String {
    var text = "sitrep-journal \(format)\n"
    text += "rules \(rulesVersion)\n"
    text += "scenario \(scenario)\n"
    text += "digest \(hexadecimal(sourceDigest))\n"
    text += "terrain \(hexadecimal(terrainHash))\n"
    text += "seed \(seed)\n"
    for entry in commanders { text += "commander \(entry.side) \(entry.commander.rawValue)\n" }
    return text + "begin\n"
  }

  /// Equal in every field.
  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
}

/// A 64-bit value as 16 hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

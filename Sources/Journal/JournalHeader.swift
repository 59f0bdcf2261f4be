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

  /// A side's commander as it was when the journal began.
  public struct Post: Sendable, Equatable {
    /// The side's word.
    public var side: String
    /// Who gives its orders.
    public var commander: Commander
    /// How a staff weighs risk, by its word; empty where nobody wrote it down.
    public var temperament: String
    /// How much more seldom a staff decides, 0…9.
    public var handicap: Int
    /// Whether a staff plays its courses out before it chooses.
    public var isThinking: Bool
    /// From when on: a battle that branched off another has orders of others before that.
    public var since: Tick

    /// A post.
    public init(
      side: String, commander: Commander, temperament: String = "", handicap: Int = 0,
      isThinking: Bool = false, since: Tick = Tick(0)
    ) {
      self.side = side
      self.commander = commander
      self.temperament = temperament
      self.handicap = handicap
      self.isThinking = isThinking
      self.since = since
    }
  }

  /// The journal format that this program writes; it reads this one and format 1, which has no
  /// file of the scenario and says less of the commanders.
  public static let currentFormat = 2

  /// The format's version.
  public var format: Int
  /// The version of the rules that the battle was fought under.
  public var rulesVersion: Int32
  /// The scenario's folder name.
  public var scenario: String
  /// The scenario's file where it was not found by its name; else empty.
  public var scenarioFile: String
  /// The digest of the resolved scenario and its tables.
  public var sourceDigest: UInt64
  /// The hash of the derived ground.
  public var terrainHash: UInt64
  /// The seed of all chance.
  public var seed: UInt64
  /// The commander of each side by the side's word, in the order of the sides.
  public var commanders: [Post]

  /// A header for a battle that starts now.
  public init(setup: BattleSetup, seed: UInt64, commanders: [Commander]) {
    format = Self.currentFormat
    rulesVersion = World.rulesVersion
    scenario = setup.scenarioID
    scenarioFile = ""
    sourceDigest = setup.sourceDigest
    terrainHash = setup.terrainHash
    self.seed = seed
    self.commanders = zip(setup.sides, commanders).map { Post(side: $0.id, commander: $1) }
  }

  /// An empty header, to be filled by the reader.
  init() {
    format = 0
    rulesVersion = 0
    scenario = ""
    scenarioFile = ""
    sourceDigest = 0
    terrainHash = 0
    seed = 0
    commanders = []
  }

  /// The header's lines, each with its newline.
  public var text: String {
    var text = "sitrep-journal \(format)\n"
    text += "rules \(rulesVersion)\n"
    text += "scenario \(escaped(scenario))\n"
    if !scenarioFile.isEmpty { text += "file \(escaped(scenarioFile))\n" }
    text += "digest \(hexadecimal(sourceDigest))\n"
    text += "terrain \(hexadecimal(terrainHash))\n"
    text += "seed \(seed)\n"
    for post in commanders { text += post.line }
    return text + "begin\n"
  }
}

extension JournalHeader.Post {
  /// The post's line with its newline: `commander SIDE person|staff|orders`, for a staff followed
  /// by temperament and handicap, by `thinking` where it plays courses out, and by `since=TICK`
  /// where it is not the start.
  var line: String {
    var line = "commander \(side) \(commander.rawValue)"
    if !temperament.isEmpty { line += " \(temperament) \(handicap)" }
    if isThinking { line += " thinking" }
    if since > Tick(0) { line += " since=\(since.rawValue)" }
    return line + "\n"
  }

  /// The post of a line without its newline; nil if it is none.
  init?(line: Substring) {
    var words = line.split(separator: " ", omittingEmptySubsequences: false)
    var since = Tick(0)
    if let last = words.last, last.hasPrefix("since=") {
      guard let minutes = Int32(last.dropFirst(6)), minutes > 0,
        String(minutes) == last.dropFirst(6)
      else { return nil }
      since = Tick(rawValue: minutes)
      words.removeLast()
    }
    let isThinking = words.count == 6 && words[5] == "thinking"
    if isThinking { words.removeLast() }
    guard words.count == 3 || words.count == 5, words[0] == "commander", !words[1].isEmpty,
      let commander = JournalHeader.Commander(rawValue: String(words[2]))
    else { return nil }
    self.init(side: String(words[1]), commander: commander, isThinking: isThinking, since: since)
    guard words.count == 5 else { return }
    guard !words[3].isEmpty, let handicap = Int(words[4]), (0...9).contains(handicap),
      String(handicap) == words[4]
    else { return nil }
    temperament = String(words[3])
    self.handicap = handicap
  }
}

/// A 64-bit value as 16 hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

import Foundation
import Simulation
import Testing

@testable import Journal

/// Journals on disk: what was written is read, damage is told, a torn line is mended.
@Suite struct JournalTests {
  static let setup = BattleSetup(
    scenarioID: "Test", title: "Test", sourceDigest: 0x1234,
    terrain: Terrain(grid: HexGrid(columns: 2, rows: 2)),
    terrainHash: 0xabcd,
    sides: [
      SideSetup(id: "blue", name: "Blue", adjective: "Blue", identity: 3, color: "#0000FF"),
      SideSetup(id: "red", name: "Red", adjective: "Red", identity: 6, color: "#FF0000"),
    ], formations: [], units: [])
  static let header = JournalHeader(setup: setup, seed: 42, commanders: [.person, .staff])
  static let records: [JournalRecord] = [
    .order(tick: Tick(0), text: "blue b1 move 1.1"),
    .order(tick: Tick(7), text: "red r1 hold"),
    .hashes(
      tick: Tick(60), state: 0xdead_beef,
      columns: [.init(name: "tick", hash: 1), .init(name: "units.hex", hash: .max)]),
    .checkpoint(tick: Tick(60), packed: StatePacking.pack([1, 2, 3])),
    .end(tick: Tick(61), state: 5),
  ]

  private func temporary() -> String {
    FileManager.default.temporaryDirectory.path + "/journal-\(UUID().uuidString).sitlog"
  }

  private func written(_ records: [JournalRecord]) throws -> String {
    let path = temporary()
    let writer = try JournalWriter(creating: path, header: Self.header)
    for record in records {
      writer.append(record)
      try writer.sync()
    }
    return path
  }

  @Test func whatIsWrittenIsRead() throws {
    let path = try written(Self.records)
    let journal = try Journal.read(path)
    #expect(journal.header == Self.header)
    #expect(journal.records == Self.records)
    #expect(journal.isFinished)
    #expect(!journal.isTorn)
    #expect(journal.lastTick == Tick(61))
  }

  @Test func aJournalThatIsThereIsNotWrittenOver() throws {
    let path = try written([])
    #expect(throws: JournalError.self) { try JournalWriter(creating: path, header: Self.header) }
  }

  @Test func aMissingFileIsToldApart() {
    #expect(throws: JournalError.missing(path: "/nowhere/x.sitlog")) {
      try Journal.read("/nowhere/x.sitlog")
    }
  }

  @Test func everyTruncationIsReadAsAPrefixOrRefused() throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: written(Self.records))))
    let headerBytes = Self.header.text.utf8.count
    for length in 0..<bytes.count {
      let part = Array(bytes[..<length])
      if length < headerBytes {
        #expect(throws: JournalError.self) { try Journal.parse(part, path: "x") }
        continue
      }
      let journal = try Journal.parse(part, path: "x")
      #expect(journal.records == Array(Self.records.prefix(journal.records.count)))
      #expect(journal.isTorn == (bytes[length - 1] != 10))
    }
  }

  @Test func noFlippedBitTraps() throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: written(Self.records))))
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        _ = try? Journal.parse(damaged, path: "x")
      }
    }
  }

  @Test func aTornLineIsCutOffWhenTheBattleGoesOn() throws {
    let path = try written(Array(Self.records.prefix(2)))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("@9 blue b1 mo".utf8))
    try handle.close()
    let torn = try Journal.read(path)
    #expect(torn.isTorn)
    let writer = try JournalWriter(continuing: path, torn)
    writer.append(Self.records[2])
    try writer.sync()
    let journal = try Journal.read(path)
    #expect(journal.records == Array(Self.records.prefix(3)))
    #expect(!journal.isTorn)
  }

  @Test func recordsOutOfOrderAreRefused() throws {
    let text = Self.header.text + "@9 blue b1 hold\n@8 blue b1 hold\n"
    let error = #expect(throws: JournalError.self) {
      try Journal.parse(Array(text.utf8), path: "x.sitlog")
    }
    #expect(error?.message.hasPrefix("x.sitlog:11:2: error: tick 8 comes after tick 9") == true)
  }

  @Test func statesArePackedExactly() {
    var bytes: [UInt8] = []
    for index in 0..<3000 { bytes.append(UInt8((index / 37) % 5 == 0 ? index % 256 : 0)) }
    for length in [0, 1, 2, 3, 129, 130, 131, 500, 3000] {
      let part = Array(bytes.prefix(length))
      #expect(StatePacking.unpack(StatePacking.pack(part)) == part)
    }
    #expect(StatePacking.pack(Array(repeating: 7, count: 1000)).count < 40)
    #expect(StatePacking.unpack("!!") == nil)
  }

  @Test func aThinkingStaffIsWrittenDown() throws {
    var post = JournalHeader.Post(
      side: "az", commander: .staff, temperament: "bold", handicap: 2, isThinking: true)
    #expect(post.line == "commander az staff bold 2 thinking\n")
    post.since = Tick(90)
    #expect(JournalHeader.Post(line: post.line.dropLast()) == post)
    #expect(JournalHeader.Post(line: "commander az staff thinking") == nil)
    #expect(JournalHeader.Post(line: "commander az staff bold 2 dreaming") == nil)
  }
}

import Foundation
import Journal
import Press
import ScenarioFormat
import Simulation
import TestKit
import Testing

@testable import Session

/// Bundles: packed, read back, watched by the same rules and by others, and damaged.
@Suite struct BundleTests {
  private static let folders = DataFolders(roots: [Places.package])

  /// A bundle of the shipped battle's first 31 minutes, made once.
  private static let packed: Result<(journal: [UInt8], bundle: [UInt8], hash: UInt64), any Error> =
    Result {
      try Places.withFolder { folder in
        let source = try BattleSource.load("Calilabad", folders: folders)
        let path = "\(folder)/battle.sitlog"
        let battle = Battle(
          source: source, seed: 5, staffs: source.staffs(),
          journal: try JournalWriter(
            creating: path, header: source.header(seed: 5, Commanders(), folders: folders)))
        while battle.world.tick < Tick(31) || !battle.log.contains(where: { $0.tick >= Tick(30) }) {
          try battle.advance()
        }
        // Up to the last order: what a journal without its hour's hashes speaks of.
        let recorded = try RecordedBattle.load(path, folders: folders)
        let shown = try recorded.battle()
        while !shown.isOver { try shown.advance() }
        return (
          [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))),
          try BundlePacker.bytes(recorded, folders: folders), shown.world.stateHash
        )
      }
    }

  private func unpack(_ bundle: BattleBundle, into folder: String) throws {
    for file in bundle.files {
      let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  @Test func aBundleReplaysWithoutTheProgramsScenario() throws {
    let packed = try Self.packed.get()
    let bundle = try BattleBundle(packed.bundle, path: "a.sitrep")
    #expect(bundle.hasOwnRules)
    #expect(bundle.scenarioFile == "Scenarios/Calilabad/scenario.yaml")
    #expect(bundle.files.contains { $0.path == "Assets/Theatres/mughan/theatre.json" })
    try Places.withFolder { folder in
      try unpack(bundle, into: folder)
      // The program itself has phrases alone.
      try FileManager.default.createDirectory(
        atPath: "\(folder)/own/Assets", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/own/Assets/Text", withDestinationPath: "\(Places.package)/Assets/Text")
      let battle = try bundle.recorded(
        in: folder, folders: DataFolders(roots: ["\(folder)/own"])
      ).battle()
      while !battle.isOver { try battle.advance() }
      #expect(battle.world.stateHash == packed.hash)
    }
  }

  @Test func otherRulesAreShownFromThePictures() throws {
    let packed = try Self.packed.get()
    let bundle = try BattleBundle(packed.bundle, path: "a.sitrep")
    try Places.withFolder { folder in
      try unpack(bundle, into: folder)
      let live = try bundle.recorded(in: folder, folders: Self.folders).battle()
      let shown = try bundle.shown(in: folder, folders: Self.folders)
      #expect(shown.isOnlyShown && !live.isOnlyShown)
      while !live.isOver {
        for viewpoint in BattleBundle.viewpoints(live.source.setup)
        where live.tick.rawValue % Recording.intervalTicks == 0 {
          let (a, b) = (live.picture(viewpoint), shown.picture(viewpoint))
          #expect(b.tick == a.tick && b.sky == a.sky)
          #expect(b.units.map(\.id) == a.units.map(\.id))
          #expect(b.units.map(\.position) == a.units.map(\.position))
          #expect(b.units.map(\.status) == a.units.map(\.status))
          #expect(b.units.map(\.vehicles) == a.units.map(\.vehicles))
          #expect(b.units.map(\.path) == a.units.map(\.path))
          #expect(b.contacts == a.contacts)
          #expect(b.control == a.control && b.seenHex == a.seenHex)
          #expect(b.score == a.score && b.truceHolds == a.truceHolds)
          #expect(b.civilians.present == a.civilians.present)
          #expect(shown.stateHash == live.stateHash)
        }
        try live.advance()
        try shown.advance()
        #expect(shown.tick == live.tick)
      }
      #expect(shown.isOver)
      #expect(shown.events == live.events)
      // The event behind a line is the umpire's, and is not packed.
      let told = live.dispatches.map { dispatch in
        var dispatch = dispatch
        dispatch.fact = nil
        return dispatch
      }
      #expect(shown.dispatches == told)
      #expect(shown.world.tick == Tick(0))
      let unit = UnitID(0)
      let order = Order(side: SideID(0), unit: unit, kind: .hold)
      #expect(try shown.give(order)?.message == "This battle is only shown.")
    }
  }

  @Test func everyDamageIsTold() throws {
    let small = BundleFile(parts: [
      .init(name: "manifest", bytes: [1, 1, 97]), .init(name: "files/a", bytes: [1, 2, 3]),
    ]).encoded()
    #expect(throws: Never.self) { try BundleFile(small, path: "x") }
    for length in 0..<small.count {
      #expect(throws: RecordingError.self) { try BundleFile(Array(small[..<length]), path: "x") }
    }
    for index in small.indices {
      for bit in 0..<8 {
        var damaged = small
        damaged[index] ^= 1 << bit
        #expect(throws: RecordingError.self) { try BundleFile(damaged, path: "x") }
      }
    }
    for name in ["../evil", "/etc/passwd", "a//b", "a/./b", "", "a/.."] {
      let bytes = BundleFile(parts: [.init(name: name, bytes: [])]).encoded()
      #expect(throws: RecordingError.self, "\(name)") { try BundleFile(bytes, path: "x") }
    }
    let twice = BundleFile(parts: [.init(name: "a", bytes: []), .init(name: "a", bytes: [])])
    #expect(throws: RecordingError.self) { try BundleFile(twice.encoded(), path: "x") }
  }

  /// Sound by its check sum and wrong inside: as a hostile file would be.
  @Test func picturesThatDoNotFitAreRefused() throws {
    let packed = try Self.packed.get()
    let container = try BundleFile(packed.bundle, path: "x")
    let setup = try BattleSource.load("Calilabad", folders: Self.folders, hasPlans: false).setup
    var random = SystemRandomNumberGenerator()
    var refused = 0
    for round in 0..<60 {
      var copy = container
      let part = try #require(
        copy.parts.indices.filter { copy.parts[$0].name.hasPrefix("pict") }
          .randomElement(using: &random))
      let index = Int.random(in: copy.parts[part].bytes.indices, using: &random)
      copy.parts[part].bytes[index] ^= UInt8(1 << (round % 8))
      do {
        _ = try BattleBundle(copy.encoded(), path: "x").recording(setup)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test func columnsComeBackExactly() throws {
    var first = ColumnTable()
    first.set("a", [Int64.min, -1, 0, 0, 0, 7, Int64.max])
    first.set("b", texts: ["", "ə", "two words"])
    first.set("c", [Int64]())
    var second = first
    second.set("a", [Int64.max, -1, 0, 0, 1, 7, Int64.min])
    second.set("new", [UInt8(255)])
    var writer = ByteWriter()
    first.write(to: &writer, after: nil)
    second.write(to: &writer, after: first)
    var reader = ByteReader(writer.bytes)
    let read = try #require(ColumnTable.read(from: &reader, after: nil))
    #expect(read == first)
    #expect(ColumnTable.read(from: &reader, after: read) == second)
    #expect(reader.isAtEnd)
  }
}

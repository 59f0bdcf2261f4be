import Glibc
import Journal
import Platform
import Session
import Simulation
import TestKit

/// The part of the reliability harnesses that runs and is killed; `.ci/legs` holds the part that
/// kills and looks. Every `ack` on standard output stands for what a person would have been shown.
///
/// `SITREP_PLANT` plants a bug, for the harnesses' test of themselves: `in-place`, `no-sync`,
/// `early-ack`, `forgetful`.
@main
enum Reliability {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    let planted = getenv("SITREP_PLANT").map { String(cString: $0) } ?? ""
    do {
      switch (words.first, words.count) {
      case ("settings", 3): try writeSettings(words[2], words[3], planted)
      case ("journal", 3): try writeJournal(words[2], Int(words[3]) ?? 0, planted)
      case ("play", 4): try ScriptedPlay.run(words[2], seed: words[3], folder: words[4], planted)
      case ("hands", 4):
        try RandomHands.run(Int(words[2]) ?? 0, seed: words[3], folder: words[4], planted)
      case ("check", 4): try ScriptedPlay.check(words[2], acks: words[3], folder: words[4])
      case ("staffs", 2): try StaffMatches.run(Int(words[2]) ?? 100)
      default:
        tell("usage: reliability settings|journal|play|hands|check|staffs …", to: 2)
        exit(64)
      }
    } catch {
      tell("\(error)", to: 2)
      exit(74)
    }
  }

  /// Replaces a file by one with a text of 40 lines, as settings are replaced.
  private static func writeSettings(_ path: String, _ word: String, _ planted: String) throws {
    let bytes = Array(String(repeating: "\(word)\n", count: 40).utf8)
    switch planted {
    case "in-place": try writePlainly(bytes, path, isSynced: true)
    case "no-sync":
      try writePlainly(bytes, path + ".part", isSynced: false)
      guard rename(path + ".part", path) == 0 else { throw Trouble("rename") }
    default: try DataFile.write(bytes, to: path)
    }
    tell("ack \(word)", to: 1)
  }

  private static func writePlainly(_ bytes: [UInt8], _ path: String, isSynced: Bool) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count,
      !isSynced || fsync(descriptor) == 0, close(descriptor) == 0
    else { throw Trouble("write") }
  }

  /// Starts a journal, or goes on with it, and gives orders one by one.
  private static func writeJournal(_ path: String, _ count: Int, _ planted: String) throws {
    let writer: JournalWriter
    var first = 0
    if access(path, F_OK) == 0 {
      let journal = try Journal.read(path)
      first = journal.records.count
      writer = try JournalWriter(continuing: path, journal)
    } else {
      writer = try JournalWriter(
        creating: path,
        header: JournalHeader(setup: SmallBattle.setup, seed: 1, commanders: [.person, .person]))
    }
    for number in first..<(first + count) {
      writer.append(.order(tick: Tick(number), text: "az az.1.1 move \(number).9"))
      if planted == "early-ack" { tell("ack \(number)", to: 1) }
      do {
        try writer.sync()
      } catch {
        // A person would be told and might order again; nothing is acknowledged.
        tell("\(error)", to: 2)
        continue
      }
      if planted != "early-ack" { tell("ack \(number)", to: 1) }
    }
  }

  /// A line, written at once.
  static func tell(_ text: String, to descriptor: Int32) {
    let bytes = Array((text + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}

/// Something went wrong that has no better words.
struct Trouble: Error {
  var what: String
  init(_ what: String) { self.what = what }
}

import Foundation
import Journal
import Simulation
import TestKit

@testable import Session

/// A journal in a test's folder.
struct JournalFile {
  var path: String

  /// The journal `name` of a folder.
  init(_ folder: String, _ name: String = "battle.sitlog") { path = "\(folder)/\(name)" }

  /// Starts it for a battle that staffs fight.
  func writer(seed: UInt64) throws -> JournalWriter {
    try JournalWriter(
      creating: path,
      header: JournalHeader(setup: SmallBattle.setup, seed: seed, commanders: [.staff, .staff]))
  }

  /// What it holds.
  func read() throws -> Journal { try Journal.read(path) }

  /// Its text.
  func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Its lines with one changed or taken out.
  func rewrite(_ change: (inout [String]) throws -> Void) throws {
    var lines = try text().components(separatedBy: "\n")
    try change(&lines)
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}

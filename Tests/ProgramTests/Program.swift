import Dispatch
import Foundation
import TestKit

/// The program as it was built beside these tests, run as a person runs it.
enum Program {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
    /// The lines on standard error.
    var errorLines: [String] {
      errors.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }
  }

  /// Something that kept a run from ending.
  struct Trouble: Error, CustomStringConvertible { var description: String }

  /// The program's path: the one that `SITREP_PROGRAM` names (the tests of a whole program need not
  /// wait for a slow build), else beside the running tests, else in the debug folder.
  static let path: String = {
    let manager = FileManager.default
    if let named = ProcessInfo.processInfo.environment["SITREP_PROGRAM"], !named.isEmpty {
      return named
    }
    let tests = (try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/sitrep"
    if manager.isExecutableFile(atPath: beside) { return beside }
    return "\(Places.package)/.build/debug/sitrep"
  }()

  /// An environment without a display, with a home of its own.
  static func environment(home: String) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": path, "HOME": home, "XDG_STATE_HOME": "\(home)/state",
      "XDG_CONFIG_HOME": "\(home)/config", "XDG_CACHE_HOME": "\(home)/cache", "COLUMNS": "80",
      "LC_ALL": "C.UTF-8",
    ]
  }

  /// Starts the program with its output going to files in `folder`.
  static func start(
    _ arguments: [String], in folder: String, environment changes: [String: String] = [:],
    input: String = ""
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment(home: folder).merging(changes) { $1 }
    try input.write(toFile: "\(folder)/stdin", atomically: false, encoding: .utf8)
    for name in ["stdout", "stderr"] {
      _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
    }
    process.standardInput = FileHandle(forReadingAtPath: "\(folder)/stdin")
    process.standardOutput = FileHandle(forWritingAtPath: "\(folder)/stdout")
    process.standardError = FileHandle(forWritingAtPath: "\(folder)/stderr")
    try process.runHearingSignals()
    return process
  }

  /// Waits until a condition holds; false when the time has run out.
  static func wait(seconds: Double, until condition: () throws -> Bool) rethrows -> Bool {
    let end = DispatchTime.now().uptimeNanoseconds + UInt64(seconds * 1e9)
    while DispatchTime.now().uptimeNanoseconds < end {
      if try condition() { return true }
      usleep(20_000)
    }
    return try condition()
  }

  /// Runs the program in a folder until it ends; one that does not within `seconds` is stopped.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: String = "", seconds: Double = 150
  ) throws -> Result {
    let process = try start(arguments, in: folder, environment: environment, input: input)
    guard wait(seconds: seconds, until: { !process.isRunning }) else {
      process.terminate()
      throw Trouble(description: "sitrep \(arguments) did not end within \(seconds) s")
    }
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try String(contentsOfFile: "\(folder)/stdout", encoding: .utf8),
      errors: try String(contentsOfFile: "\(folder)/stderr", encoding: .utf8))
  }

  /// Runs the program in a fresh folder.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> Result {
    try Places.withFolder {
      try run(arguments, in: $0, environment: environment, input: input)
    }
  }

  /// The JSON document of an output.
  static func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }
}

extension Process {
  /// Starts a child that can be ended by a signal: tests run on threads that block them, and a
  /// child inherits that.
  func runHearingSignals() throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}

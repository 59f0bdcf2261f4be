import ArgumentParser
import Glibc
import Journal
import Platform
import Session
import SourceText

/// How the program ends when it cannot do what it was asked: a message and an exit code (sysexits).
struct Failure: Error {
  /// A re-run diverged or a check failed.
  static let checkFailed: Int32 = 1
  /// The command line makes no sense.
  static let usage: Int32 = 64
  /// A file is bad or of another version.
  static let badData: Int32 = 65
  /// A file named on the command line is not there.
  static let noInput: Int32 = 66
  /// No display, font or SDL.
  static let unavailable: Int32 = 69
  /// The disk refused.
  static let disk: Int32 = 74

  var code: Int32
  var message: String

  init(_ code: Int32, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ failure: SourceFailure) {
    code = failure.isMissingFile ? Self.noInput : Self.badData
    message = failure.diagnostics.map(\.text).joined(separator: "\n")
  }

  init(_ error: JournalError) {
    message = error.message
    switch error {
    case .missing: code = Self.noInput
    case .disk: code = Self.disk
    case .malformed: code = Self.badData
    }
  }

  init(_ error: RecordingError) {
    switch error {
    case .journal(let error): self.init(error)
    case .source(let failure): self.init(failure)
    }
  }

  init(_ error: PlatformError) {
    message = error.message
    switch error.kind {
    case .disk: code = Self.disk
    case .noDisplay, .noFont, .sdl: code = Self.unavailable
    }
  }
}

extension Failure {
  /// An error as one line, for the window.
  static func line(of error: any Error) -> String {
    let failure: Failure? =
      switch error {
      case let error as Failure: error
      case let error as SourceFailure: Failure(error)
      case let error as JournalError: Failure(error)
      case let error as RecordingError: Failure(error)
      case let error as PlatformError: Failure(error)
      default: nil
      }
    let text = failure?.message ?? "\(error)"
    return text.split(separator: "\n").first.map(String.init) ?? text
  }
}

/// Runs a command's body; every failure becomes one message on standard error and its exit code.
func reporting<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    let result = try body()
    if Console.outputHasFailed {
      throw Failure(Failure.disk, "standard output could not be written")
    }
    return result
  } catch let failure as Failure {
    try end(failure)
  } catch let failure as SourceFailure {
    try end(Failure(failure))
  } catch let error as JournalError {
    try end(Failure(error))
  } catch let error as RecordingError {
    try end(Failure(error))
  } catch let error as PlatformError {
    try end(Failure(error))
  }
}

private func end(_ failure: Failure) throws -> Never {
  Console.error(failure.message)
  throw ExitCode(failure.code)
}

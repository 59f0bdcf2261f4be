import ArgumentParser
import Foundation
import Platform
import Publishing
import Screen
import Symbology

/// `sitrep symbol`: one military symbol as a picture.
struct SymbolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "symbol",
    abstract: "Draws military symbols from their 20-digit codes.")

  @Argument(help: "The 20-digit symbol code; - reads one a line and writes DIR/CODE.png.")
  var sidc: String

  @Option(name: .shortAndLong, help: "The picture file, or the folder where SIDC is -.")
  var output: String

  @Option(help: "The side of the square canvas in pixels, 8 to 4096.")
  var size: Int = 300

  @Option(help: "What lies behind the symbol.")
  var background: Background = .none

  @Option(name: .customLong("text"), help: "A text field as KEY=VALUE; may be repeated.")
  var texts: [String] = []

  /// What lies behind a symbol.
  enum Background: String, ExpressibleByArgument, CaseIterable { case none, white }

  func validate() throws {
    guard (8...4096).contains(size) else {
      throw ValidationError("--size takes a number from 8 to 4096.")
    }
  }

  func run() throws {
    try reporting {
      let library = try SymbolLibrary.load(folder: Program.asset("Symbols"))
      let fields = try textFields()
      guard sidc == "-" else {
        try write(sidc, to: output, library, fields)
        return
      }
      try? FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
      while let line = readLine() {
        let code = line.trimmingCharacters(in: .whitespaces)
        if !code.isEmpty { try write(code, to: "\(output)/\(code).png", library, fields) }
      }
    }
  }

  private func write(
    _ code: String, to path: String, _ library: SymbolLibrary, _ fields: [SymbolField: String]
  ) throws {
    let symbol: Symbol
    do {
      symbol = library.symbol(try SIDC(code), texts: fields)
    } catch {
      throw Failure(
        Failure.usage, "\(code): digit \(error.digit): \(error.message), \(error.hint)")
    }
    let bitmap = SymbolPicture.bitmap(
      symbol, size: size, background: background == .white ? .white : .clear)
    try PNGFile.write(bitmap, to: path)
  }

  private func textFields() throws -> [SymbolField: String] {
    var fields: [SymbolField: String] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let field = SymbolField(rawValue: String(parts[0])) else {
        let known = SymbolField.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(Failure.usage, "--text \(text): write KEY=VALUE with KEY one of \(known)")
      }
      fields[field] = String(parts[1])
    }
    return fields
  }
}

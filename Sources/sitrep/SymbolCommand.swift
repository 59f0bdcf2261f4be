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

  @Option(
    name: .shortAndLong, help: "The picture file (.png or .svg), or the folder where SIDC is -.")
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
        do {
          try PictureName.check(output)
          try write(try SIDC(sidc), to: output, library, fields)
        } catch let error as SIDCError {
          throw Failure(Failure.usage, "\(sidc): \(error.message): \(error.hint)")
        }
        return
      }
      try writeAll(library, fields)
    }
  }

  /// Draws the symbol of every line of standard input; a bad line is told and does not stop the
  /// others.
  private func writeAll(
    _ library: SymbolLibrary, _ fields: [SymbolField: String]
  ) throws {
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw Failure(Failure.disk, "\(output): \(error.localizedDescription)")
    }
    var number = 0
    var bad = 0
    while let line = readLine() {
      number += 1
      let code = line.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !code.isEmpty else { continue }
      do {
        try write(try SIDC(code), to: "\(output)/\(code).png", library, fields)
      } catch let error as SIDCError {
        bad += 1
        let indentation = line.prefix { $0.isWhitespace }.count
        let place = "standard input:\(number):\(indentation + error.digit)"
        Console.error("\(place): error: \(error.message): \(error.hint)")
      }
    }
    if bad > 0 {
      throw Failure(
        Failure.badData, "\(bad) of \(number) lines hold no symbol code; the others were drawn")
    }
  }

  private func write(
    _ code: SIDC, to path: String, _ library: SymbolLibrary, _ fields: [SymbolField: String]
  ) throws {
    let symbol = library.symbol(code, texts: fields)
    let ground: Color = background == .white ? .white : .clear
    if path.hasSuffix(".svg") {
      let text = SymbolPicture.svg(
        symbol, size: size, background: ground, title: "\(code.text) \(library.name(of: code))")
      try FileContent(path: path, text: text).write()
    } else {
      try PNGFile.write(SymbolPicture.bitmap(symbol, size: size, background: ground), to: path)
    }
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

import SourceText
import Symbology

/// Checks 20-digit symbol codes (MIL-STD-2525D, A.5) against a side.
struct SymbolCode {
  /// The identity digit of the side's frames; 255 where the side's own is wrong.
  let identity: UInt8

  /// A land unit of which no more is known.
  var unknown: String { "100\(identity % 10)1000000000000000" }

  /// The code of a node; nil, and noted with the digit, where it is wrong or of another identity.
  func checked(_ found: Located?) -> String? {
    guard let found, let code = valid(found) else { return nil }
    let digit = String(Array(code)[3])
    guard digit == "\(identity)" || identity == 255 else {
      found.decoder.error(
        "digit 4 of the symbol code, the identity, is \(digit)",
        hint: "its side's is \(identity)", at: found.node)
      return nil
    }
    return code
  }

  /// The code of a node with the side's identity put in.
  func adapted(_ found: Located) -> String? {
    guard let code = valid(found) else { return nil }
    var characters = Array(code)
    if identity < 10 { characters[3] = Character("\(identity)") }
    return String(characters)
  }

  private func valid(_ found: Located) -> String? {
    guard case .string(let text) = found.node.value else {
      found.decoder.error(
        "the symbol code is \(found.node.kindForPeople)", hint: "write its 20 digits in quotes",
        at: found.node)
      return nil
    }
    do throws(SIDCError) {
      _ = try SIDC(text)
      return text
    } catch {
      found.decoder.error("bad symbol code: \(error.message)", hint: error.hint, at: found.node)
      return nil
    }
  }
}

import Driver
import Foundation
import Journal
import Simulation
import SourceText
import Symbology
import TestKit

// One program for all parsers: FUZZ_TARGET says which. Any bytes must give a value or a typed error.
let target = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "yaml"

nonisolated(unsafe) let parse: ([UInt8]) -> Void =
  switch target {
  case "yaml": { bytes in _ = try? SourceReader.yaml(bytes, file: "fuzz.yaml") }
  case "json": { bytes in _ = try? SourceReader.json(bytes, file: "fuzz.json") }
  case "journal": { bytes in _ = try? Journal.parse(bytes, path: "fuzz.sitlog") }
  case "order":
    { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let order = try? Order(line: text, in: SmallBattle.setup) else { return }
      // What is read must be written as it stood.
      precondition(order.line(in: SmallBattle.setup) == text, "another canonical line")
    }
  case "sidc":
    { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let code = try? SIDC(text) else { return }
      precondition(code.text == text, "another code")
    }
  case "state":
    { bytes in _ = try? World(SmallBattle.setup, encoded: bytes) }
  // The harness must notice what it is there for.
  case "planted": { bytes in precondition(bytes.count < 4 || bytes[0] != 0x42, "planted") }
  default: fatalError("no parser called \(target)")
  }

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv as UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
let status = arguments.withMemoryRebound(to: UnsafeMutablePointer<CChar>.self, capacity: 1) { pointer in
  var pointer = pointer
  return LLVMFuzzerRunDriver(&count, &pointer) { data, size in
    parse(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  }
}
exit(status)

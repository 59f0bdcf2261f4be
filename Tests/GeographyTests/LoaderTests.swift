import Foundation
import Geography
import SourceText
import Testing

@Suite struct LoaderTests {
  /// What loading says after one file of a copy of the theatre was changed, or removed by nil.
  func fault(_ file: String, _ change: (String) -> String?) throws -> SourceFailure? {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.path + "/theatre-\(UUID().uuidString)"
    try manager.copyItem(atPath: TheatreFolder.path, toPath: folder)
    defer { try? manager.removeItem(atPath: folder) }
    let path = folder + "/" + file
    let old = String(decoding: try #require(manager.contents(atPath: path)), as: UTF8.self)
    try manager.removeItem(atPath: path)
    if let new = change(old) { try Data(new.utf8).write(to: URL(fileURLWithPath: path)) }
    do throws(SourceFailure) {
      _ = try Theatre.load(folder: folder)
      return nil
    } catch { return error }
  }

  func text(_ failure: SourceFailure?) -> String {
    let text = failure?.diagnostics.first?.text ?? "none"
    return text.split(separator: "/").last.map(String.init) ?? text
  }

  @Test func missingFiles() throws {
    let sea = try fault("sea.geojson") { _ in nil }
    #expect(sea?.isMissingFile == true)
    #expect(text(sea).hasPrefix("sea.geojson: error: "))
    #expect(try fault("elevation.grid") { _ in nil }?.isMissingFile == true)
    #expect(try fault("theatre.json") { _ in nil }?.isMissingFile == true)
  }

  @Test func badCoordinates() throws {
    let lakes = try fault("lakes.geojson") {
      $0.replacingOccurrences(of: "[48.9125,38.98889]", with: "[48.9125,98.98889]")
    }
    #expect(text(lakes).hasPrefix("lakes.geojson:2:"), "\(text(lakes))")
    #expect(text(lakes).contains("the latitude is 98.98889"))
    let short = try fault("rivers.geojson") {
      $0.replacingOccurrences(of: "[47.6,40.20173]", with: "[47.6]")
    }
    #expect(text(short).contains("a point must be [longitude, latitude]"), "\(text(short))")
  }

  @Test func badGrids() throws {
    let head = try fault("landcover.grid") {
      $0.replacingOccurrences(of: "columns 312", with: "columns 1")
    }
    #expect(text(head).hasPrefix("landcover.grid:3:10: error: "), "\(text(head))")
    let rows = try fault("landcover.grid") {
      $0.split(separator: "\n").dropLast().joined(separator: "\n")
    }
    #expect(text(rows).contains("a number from 0 to 8 must stand here"), "\(text(rows))")
    let version = try fault("elevation.grid") { "x" + $0 }
    #expect(text(version).contains("sitrep-grid 1"))
  }

  @Test func badProperties() throws {
    let road = try fault("roads.geojson") {
      $0.replacingOccurrences(of: "\"class\":\"motorway\"", with: "\"class\":\"autobahn\"")
    }
    #expect(text(road).hasPrefix("roads.geojson:2:"), "\(text(road))")
    let twice = try fault("settlements.geojson") {
      $0.replacingOccurrences(of: "\"id\":\"sumqayit\"", with: "\"id\":\"baku\"")
    }
    #expect(text(twice).contains("the id 'baku' stands twice"), "\(text(twice))")
    let index = try fault("theatre.json") {
      $0.replacingOccurrences(of: "\"utmZone\": 39", with: "\"utmZone\": 99")
    }
    #expect(text(index).contains("99"), "\(text(index))")
  }

  @Test func damagedFilesNeverTrap() throws {
    let files = ["lakes.geojson", "theatre.json", "landcover.grid", "settlements.geojson"]
    for (number, file) in files.enumerated() {
      for round in 0..<3 {
        _ = try fault(file) { text in
          let bytes = Array(text.utf8)
          return String(
            decoding: bytes.prefix(bytes.count * (round * 3 + number + 1) / 14), as: UTF8.self)
        }
      }
    }
  }
}

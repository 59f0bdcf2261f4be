import Foundation
import Platform
import Screen
import TestKit
import Testing

/// Pictures from the command line: the same bytes with and without a display, in their right place.
@Suite struct PictureTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test func theSameBytesWithAndWithoutADisplay() throws {
    try Places.withFolder { folder in
      let environments: [[String: String]] = [[:], [:], ["SDL_VIDEODRIVER": "dummy"]]
      for (index, environment) in environments.enumerated() {
        let result = try Program.run(
          ["screenshot", "Calilabad", "--size", "480x300", "-o", "\(index).png"], in: folder,
          environment: environment)
        #expect(result.status == 0, "\(result)")
      }
      let first = try bytes("\(folder)/0.png")
      #expect(try bytes("\(folder)/1.png") == first)
      #expect(try bytes("\(folder)/2.png") == first)
      let picture = try PNGFile.read("\(folder)/0.png")
      #expect(picture.width == 480 && picture.height == 300)
      #expect(Set(picture.pixels).count > 1000, "a map has many colours")
    }
  }

  @Test func aWorldFileTellsWhereThePictureLies() throws {
    try Places.withFolder { folder in
      let result = try Program.run(
        [
          "screenshot", "Calilabad", "--size", "400x300", "--center", "48.5,39.2", "--scale",
          "1:378000", "--world-file", "-o", "m.png",
        ], in: folder)
      #expect(result.status == 0, "\(result)")
      let lines = try String(contentsOfFile: "\(folder)/m.pgw", encoding: .utf8)
        .split(separator: "\n").compactMap { Double($0) }
      try #require(lines.count == 6)
      // 378000 × 0.0254 / 96 = 100.0125 metres a pixel.
      #expect(lines[0] == 100.0125 && lines[3] == -100.0125)
      #expect(lines[1] == 0 && lines[2] == 0)
      // 48.5° E, 39.2° N lies there in zone 39, by Krüger's series reckoned apart.
      let east = lines[4] + lines[0] * 199.5
      let north = lines[5] + lines[3] * 149.5
      #expect(abs(east - 284_117.45) < 1, "\(east)")
      #expect(abs(north - 4_341_948.98) < 1, "\(north)")
      let projection = try String(contentsOfFile: "\(folder)/m.prj", encoding: .utf8)
      #expect(projection.hasPrefix("PROJCS[\"WGS 84 / UTM zone 39N\""))
      #expect(projection.contains("\"EPSG\",\"32639\""))
    }
  }

  @Test func everyWritesNumberedPictures() throws {
    try Places.withFolder { folder in
      let result = try Program.run(
        [
          "screenshot", "Calilabad", "--size", "64x48", "--at", "+00:20", "--every", "10m",
          "--no-frame", "-o", "f%03d.png",
        ], in: folder)
      #expect(result.status == 0, "\(result)")
      for name in ["f000.png", "f001.png", "f002.png"] {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
      }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/f003.png"))
    }
  }

  @Test func aSymbolStandsInTheMiddleThird() throws {
    try Places.withFolder { folder in
      let result = try Program.run(
        ["symbol", "10031000001211000000", "-o", "s.png"], in: folder)
      #expect(result.status == 0, "\(result)")
      let picture = try PNGFile.read("\(folder)/s.png")
      #expect(picture.width == 300 && picture.height == 300)
      var (left, right, top, bottom) = (300, -1, 300, -1)
      for y in 0..<300 {
        for x in 0..<300 where picture[x, y] >> 24 > 127 {
          (left, right) = (min(left, x), max(right, x))
          (top, bottom) = (min(top, y), max(bottom, y))
        }
      }
      // A friendly land unit's frame spans half of the canvas by a third, and the line's half
      // width.
      #expect(abs(left - 75) <= 3 && abs(right - 224) <= 3, "\(left)…\(right)")
      #expect(abs(top - 100) <= 3 && abs(bottom - 199) <= 3, "\(top)…\(bottom)")
      #expect(picture[0, 0] == 0, "the background is clear")
    }
  }

  @Test func aBadSymbolCodeNamesItsDigit() throws {
    let wrong = try Program.run(["symbol", "10091000161211000000", "-o", "s.png"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.hasPrefix("10091000161211000000: digit 4: "), "\(wrong.errors)")
    let short = try Program.run(["symbol", "1003100016121100000", "-o", "s.png"])
    #expect(short.status == 64)
    #expect(short.errors.contains("20 digits"), "\(short.errors)")
  }

  @Test func symbolsAreReadALine() throws {
    try Places.withFolder { folder in
      let result = try Program.run(
        ["symbol", "-", "-o", "out", "--size", "60", "--background", "white"], in: folder,
        input: "10031000161205000000\n\n10061000161211000000\n")
      #expect(result.status == 0, "\(result)")
      for code in ["10031000161205000000", "10061000161211000000"] {
        let picture = try PNGFile.read("\(folder)/out/\(code).png")
        #expect(picture.width == 60)
        #expect(picture[0, 0] == 0xFFFF_FFFF)
      }
    }
  }
}

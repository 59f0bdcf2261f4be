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
      // 48.5° E, 39.2° N lies there in zone 39, by Krüger's series reckoned apart; pictures lie on
      // whole pixels of one lattice, so its place is up to half a pixel from the middle.
      let east = lines[4] + lines[0] * 199.5
      let north = lines[5] + lines[3] * 149.5
      #expect(abs(east - 284_117.45) <= 50.01, "\(east)")
      #expect(abs(north - 4_341_948.98) <= 50.01, "\(north)")
      let projection = try String(contentsOfFile: "\(folder)/m.prj", encoding: .utf8)
      #expect(projection.hasPrefix("PROJCS[\"WGS 84 / UTM zone 39N\""))
      #expect(projection.contains("\"EPSG\",\"32639\""))
    }
  }

  @Test func everyWritesNumberedPictures() throws {
    try Places.withFolder { folder in
      let result = try Program.run(
        [
          "screenshot", "Calilabad", "--size", "64x48", "--at", "+00:25", "--every", "10m",
          "--no-frame", "-o", "f%03d.png",
        ], in: folder)
      #expect(result.status == 0, "\(result)")
      // The start, each ten minutes, and the moment asked for although no step meets it.
      for name in ["f000.png", "f001.png", "f002.png", "f003.png"] {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"))
      }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/f004.png"))
    }
  }

  @Test func aBoxAndAMiddleContradictEachOther() throws {
    let result = try Program.run([
      "screenshot", "Calilabad", "--bbox", "48,39,49,40", "--center", "48.5,39.2", "-o", "m.png",
    ])
    #expect(result.status == 64, "\(result)")
  }

  @Test func worldFileAndPictureComeTogetherOrNotAtAll() throws {
    try Places.withFolder { folder in
      // A folder stands where the world file is to go.
      try FileManager.default.createDirectory(
        atPath: "\(folder)/m.pgw", withIntermediateDirectories: true)
      try Data("old".utf8).write(to: URL(fileURLWithPath: "\(folder)/m.png"))
      let result = try Program.run(
        ["screenshot", "Calilabad", "--size", "64x48", "--world-file", "-o", "m.png"], in: folder)
      #expect(result.status == 74, "\(result)")
      #expect(try bytes("\(folder)/m.png") == Data("old".utf8))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.contains("m.p") }
      #expect(left.sorted() == ["m.pgw", "m.png"], "\(left)")
    }
  }

  @Test func anSVGHoldsNamesAsText() throws {
    try Places.withFolder { folder in
      let arguments = ["screenshot", "Calilabad", "--size", "480x300", "-o"]
      for name in ["a.svg", "b.svg"] {
        let result = try Program.run(arguments + [name], in: folder)
        #expect(result.status == 0, "\(result)")
      }
      #expect(try bytes("\(folder)/a.svg") == bytes("\(folder)/b.svg"))
      let text = try String(contentsOfFile: "\(folder)/a.svg", encoding: .utf8)
      #expect(text.contains("font-family=\"Inter, sans-serif\""))
      #expect(text.contains(">Bakı</text>") && text.contains("<path d=\"M"))
      #expect(text.hasSuffix("</svg>\n"))
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
    #expect(
      wrong.errors.hasPrefix("10091000161211000000: digit 4, the identity, is 9: "),
      "\(wrong.errors)")
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

  @Test func aBadLineDoesNotStopTheOthers() throws {
    try Places.withFolder { folder in
      let result = try Program.run(
        ["symbol", "-", "-o", "out", "--size", "30"], in: folder,
        input: "10031000161205000000\n  1003100016120500000x\n10061000161211000000\n")
      #expect(result.status == 65, "\(result)")
      #expect(result.errors.hasPrefix("standard input:2:22: error: digit 20 is “x”: "))
      for code in ["10031000161205000000", "10061000161211000000"] {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/out/\(code).png"))
      }
      try Data().write(to: URL(fileURLWithPath: "\(folder)/file"))
      let refused = try Program.run(
        ["symbol", "-", "-o", "file/out"], in: folder, input: "10031000161205000000\n")
      #expect(refused.status == 74, "\(refused)")
    }
  }
}

import Glibc
import Platform
import Screen
import Testing

/// A fresh folder for a test.
func temporaryFolder() -> String {
  var template = Array("/tmp/sitrep-platform-XXXXXX".utf8CString)
  return template.withUnsafeMutableBufferPointer { buffer in
    buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/tmp"
  }
}

@Suite struct PNGTests {
  private func picture(opaque: Bool) -> Bitmap {
    var bitmap = Bitmap(width: 37, height: 21)
    for index in bitmap.pixels.indices {
      let value = UInt8(index * 7 & 255)
      bitmap.pixels[index] =
        Color(value, 255 - value, UInt8(index & 255), opaque ? 255 : value).premultiplied
    }
    return bitmap
  }

  @Test(arguments: [true, false])
  func picturesComeBack(opaque: Bool) throws {
    let bitmap = picture(opaque: opaque)
    let path = temporaryFolder() + "/picture.png"
    try PNGFile.write(bitmap, to: path, text: [("Title", "Biləsuvar")], pixelsPerMeter: 3780)
    #expect(try PNGFile.read(path) == bitmap)
  }

  @Test func bytesRepeatAndHoldWhatWasAsked() throws {
    let bitmap = picture(opaque: true)
    let bytes = try PNGFile.bytes(of: bitmap, text: [("Title", "Map")], pixelsPerMeter: 3780)
    #expect(try PNGFile.bytes(of: bitmap, text: [("Title", "Map")], pixelsPerMeter: 3780) == bytes)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    #expect(text.contains("pHYs") && text.contains("Title") && text.contains("IEND"))
  }

  @Test func stripsMakeTheSamePicture() throws {
    let folder = temporaryFolder()
    let bitmap = picture(opaque: true)
    try PNGFile.write(bitmap, to: folder + "/whole.png")
    var writer = try PNGWriter(path: folder + "/strips.png", width: 37, height: 21)
    for y in 0..<7 {
      var strip = Bitmap(width: 37, height: 3)
      strip.pixels = Array(bitmap.pixels[y * 111..<(y + 1) * 111])
      try writer.write(strip)
    }
    try writer.finish()
    #expect(try PNGFile.read(folder + "/strips.png") == bitmap)
  }

  /// Rows of several pieces, in stretches that no piece's edge meets.
  @Test(arguments: [1, 50, 64, 200])
  func bytesDoNotDependOnTheStrips(height: Int) throws {
    var bitmap = Bitmap(width: 90, height: 200)
    for index in bitmap.pixels.indices {
      bitmap.pixels[index] = 0xFF00_0000 | UInt32(index &* 2_654_435_761 >> 7 & 0x0F1F3F)
    }
    let path = temporaryFolder() + "/strips.png"
    var writer = try PNGWriter(path: path, width: 90, height: 200)
    for first in stride(from: 0, to: 200, by: height) {
      let last = min(200, first + height)
      var strip = Bitmap(width: 90, height: last - first)
      strip.pixels = Array(bitmap.pixels[first * 90..<last * 90])
      try writer.write(strip)
    }
    try writer.finish()
    #expect(try PNGFile.read(path) == bitmap)
    let written = try #require(fopen(path, "rb"))
    defer { fclose(written) }
    var bytes = [UInt8](repeating: 0, count: 200_000)
    bytes.removeLast(200_000 - fread(&bytes, 1, bytes.count, written))
    #expect(try PNGFile.bytes(of: bitmap) == bytes)
  }

  @Test func companionsComeWithThePictureOrNotAtAll() throws {
    let folder = temporaryFolder()
    func write(_ companions: [FileContent]) throws {
      var writer = try PNGWriter(path: folder + "/p.png", width: 2, height: 2)
      try writer.write(Bitmap(width: 2, height: 2, filledWith: 0xFF00_00FF))
      try writer.finish(with: companions)
    }
    let good = FileContent(path: folder + "/p.pgw", text: "1")
    #expect(throws: PlatformError.self) {
      try write([good, FileContent(path: folder + "/no/p.prj", text: "2")])
    }
    #expect(access(folder + "/p.png", F_OK) != 0 && access(folder + "/p.pgw", F_OK) != 0)
    try write([good, FileContent(path: folder + "/p.prj", text: "2")])
    try write([good, FileContent(path: folder + "/p.prj", text: "3")])
    for name in ["p.png", "p.pgw", "p.prj"] { #expect(unlink("\(folder)/\(name)") == 0) }
    // Neither second names nor unfinished files are left.
    #expect(rmdir(folder) == 0)
  }

  @Test func anUnfinishedPictureLeavesTheOldOne() throws {
    let path = temporaryFolder() + "/picture.png"
    let old = Bitmap(width: 2, height: 2, filledWith: 0xFF11_2233)
    try PNGFile.write(old, to: path)
    do {
      var writer = try PNGWriter(path: path, width: 5, height: 5)
      try writer.write(Bitmap(width: 5, height: 2, filledWith: 0xFF00_0000))
    }
    #expect(try PNGFile.read(path) == old)
    #expect(rmdir(String(path.dropLast("/picture.png".count))) != 0)
    unlink(path)
    // Nothing else was left in the folder.
    #expect(rmdir(String(path.dropLast("/picture.png".count))) == 0)
  }

  @Test func errorsNamePathAndReason() {
    let bitmap = Bitmap(width: 1, height: 1)
    let error = #expect(throws: PlatformError.self) {
      try PNGFile.write(bitmap, to: "/nowhere/at/all.png")
    }
    #expect(error?.kind == .disk)
    #expect(error?.message == "/nowhere/at/all.png: No such file or directory")
    let full = #expect(throws: PlatformError.self) { try PNGFile.write(bitmap, to: "/dev/full/x") }
    #expect(full?.kind == .disk)
    let missing = #expect(throws: PlatformError.self) { _ = try PNGFile.read("/nowhere.png") }
    #expect(missing?.message == "/nowhere.png: No such file or directory")
    #expect(throws: PlatformError.self) { _ = try PNGFile.decode([1, 2, 3]) }
  }

  @Test func aPaletteKeepsThePicture() throws {
    var bitmap = Bitmap(width: 90, height: 70)
    for index in bitmap.pixels.indices {
      let (x, y) = (index % 90, index / 90)
      let shade = UInt8(x * 2)
      bitmap.pixels[index] =
        (x / 8 + y / 8) % 5 == 0
        ? Color(200, 30, 40).premultiplied : Color(shade, 120, 90).premultiplied
    }
    let bytes = try PNGFile.bytes(of: bitmap, colors: 24)
    let read = try PNGFile.decode(bytes)
    #expect(read.width == 90 && read.height == 70)
    #expect(Set(read.pixels).count <= 24)
    for (a, b) in zip(bitmap.pixels, read.pixels) {
      for shift in [0, 8, 16] as [UInt32] {
        let apart = Int(a >> shift & 255) - Int(b >> shift & 255)
        #expect(abs(apart) <= 12)
      }
    }
    #expect(bytes.count * 2 < (try PNGFile.bytes(of: bitmap)).count * 3)
  }
}

import Foundation
import SourceText
import Testing

@Suite("Files")
struct SourceFileTests {
  /// A fresh folder that the test removes.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "sitrep-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func fault(_ path: String, _ limits: SourceLimits = .standard) -> SourceFailure? {
    do throws(SourceFailure) {
      _ = try SourceFile.read(path, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test("Reads bytes, lists names in order")
  func reads() throws {
    try withFolder { folder in
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: folder + "/b"))
      try Data().write(to: URL(fileURLWithPath: folder + "/a"))
      #expect(try SourceFile.read(folder + "/b") == [1, 2, 3])
      #expect(try SourceFile.read(folder + "/a") == [])
      #expect(SourceFile.list(folder) == ["a", "b"])
      #expect(SourceFile.list(folder + "/none") == [])
      #expect(SourceFile.exists(folder) && SourceFile.isFolder(folder))
      #expect(!SourceFile.exists(folder + "/c") && !SourceFile.isFolder(folder + "/b"))
    }
  }

  @Test("Missing files, folders and large files are told apart")
  func faults() throws {
    try withFolder { folder in
      #expect(fault(folder + "/none")?.isMissingFile == true)
      #expect(fault(folder)?.isMissingFile == false)
      #expect(fault(folder)?.diagnostics.first?.message == "this is a folder")
      #expect(fault("/dev/null")?.diagnostics.first?.message == "this is no regular file")
      let large = folder + "/large"
      #expect(FileManager.default.createFile(atPath: large, contents: nil))
      // A hole of 100 MB: read, it would take its time; its size is there at once.
      let handle = try #require(FileHandle(forWritingAtPath: large))
      try handle.truncate(atOffset: 100_000_000)
      try handle.close()
      let read = try ContinuousClock().measure {
        _ = try Data(contentsOf: URL(fileURLWithPath: large))
      }
      let spent = ContinuousClock().measure {
        let text = fault(large)?.diagnostics.first?.text ?? ""
        #expect(text.hasSuffix("the file has 100 MB, a file of this kind may have 4.2 MB at most"))
      }
      #expect(spent * 4 < read)
    }
  }
}

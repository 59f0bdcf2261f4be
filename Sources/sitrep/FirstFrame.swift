import Dispatch
import Foundation

/// When a window's first frame was shown, and the memory held by then.
struct FirstFrame {
  /// Nanoseconds of the system's monotonic clock.
  var uptimeNanoseconds: UInt64
  /// The most memory held so far, in millions of bytes.
  var peakMegabytes: Double

  /// This process, now.
  init?() {
    uptimeNanoseconds = DispatchTime.now().uptimeNanoseconds
    guard let peak = Self.peakMegabytes(of: "self") else { return nil }
    peakMegabytes = peak
  }

  /// From what `text` gives.
  init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let nanoseconds = UInt64(words[0]), let peak = Double(words[1]) else {
      return nil
    }
    (uptimeNanoseconds, peakMegabytes) = (nanoseconds, peak)
  }

  /// One line that another process can read.
  var text: String { "\(uptimeNanoseconds) \(peakMegabytes)" }

  /// The most memory that a process has held so far, in millions of bytes, as the system tells it.
  static func peakMegabytes(of process: String) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return kilobytes * 1024 / 1_000_000
  }
}

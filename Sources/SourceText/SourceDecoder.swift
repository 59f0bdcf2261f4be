/// Turns the nodes of one file into checked values, noting every mistake instead of stopping.
///
/// Each reading function returns nil where the value is missing or wrong; only what is wrong is
/// noted, so required keys are asked for once, by `mapping(_:known:required:what:)`.
public final class SourceDecoder {
  /// Mistakes beyond this many are not kept.
  public static let mistakeLimit = 1000

  /// The file as the person named it.
  public let file: String
  /// What was noted so far, in the order of noting.
  public private(set) var diagnostics: [Diagnostic] = []

  /// A decoder for one file.
  public init(file: String) { self.file = file }

  /// Whether anything noted is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Notes an error at a value.
  public func error(_ message: String, hint: String = "", at node: SourceNode) {
    note(.error, message, hint, node.position)
  }

  /// Notes an error at a place.
  public func error(_ message: String, hint: String = "", at position: SourcePosition?) {
    note(.error, message, hint, position)
  }

  /// Notes a warning at a value.
  public func warning(_ message: String, hint: String = "", at node: SourceNode) {
    note(.warning, message, hint, node.position)
  }

  /// Notes a warning at a place.
  public func warning(_ message: String, hint: String = "", at position: SourcePosition?) {
    note(.warning, message, hint, position)
  }

  /// Takes over what was noted elsewhere, as in a file that this one names.
  public func adopt(_ others: [Diagnostic]) {
    diagnostics += others.prefix(max(0, Self.mistakeLimit - diagnostics.count))
  }

  /// Throws everything that was noted, in the order of the file, if there is an error in it.
  public func finish() throws(SourceFailure) {
    guard hasErrors else { return }
    throw SourceFailure(sorted())
  }

  /// Everything that was noted in the order of the file, what came from other files last.
  public func sorted() -> [Diagnostic] {
    let start = SourcePosition(line: 1, column: 1)
    let order = diagnostics.indices.sorted { a, b in
      let (x, y) = (diagnostics[a], diagnostics[b])
      if (x.file == file) != (y.file == file) { return x.file == file }
      guard x.file == y.file else { return a < b }
      let (p, q) = (x.position ?? start, y.position ?? start)
      return p == q ? a < b : p < q
    }
    return order.map { diagnostics[$0] }
  }

  private func note(
    _ severity: Diagnostic.Severity, _ message: String, _ hint: String, _ position: SourcePosition?
  ) {
    guard diagnostics.count < Self.mistakeLimit else { return }
    diagnostics.append(
      Diagnostic(
        file: file, position: position, severity: severity, message: message, hint: hint))
  }
}

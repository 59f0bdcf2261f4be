/// What a picture's file may be called.
enum PictureName {
  /// Refuses a name whose ending promises another kind of picture than is written; a name without
  /// an ending becomes a PNG.
  static func check(_ path: String, kinds: [String] = ["png", "svg"]) throws {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return }
    let ending = String(name[name.index(after: dot)...])
    guard !kinds.contains(ending) else { return }
    let wanted = kinds.map { "FILE.\($0)" }.joined(separator: " or ")
    throw Failure(
      Failure.usage,
      "\(path): pictures are written as \(kinds.joined(separator: " or ")): \(wanted)")
  }
}

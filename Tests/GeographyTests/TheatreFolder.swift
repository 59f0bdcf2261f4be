/// Where the shipped theatre lies, from this file's own place.
enum TheatreFolder {
  static let path: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/") + "/Assets/Theatres/mughan"
  }()
}

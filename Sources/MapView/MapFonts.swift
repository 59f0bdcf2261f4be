import Screen

/// The fonts of the map at a number of pixels a point; nothing is smaller than 11 points.
struct MapFonts {
  let scale: Double

  private func font(_ face: FontFace, _ points: Double) -> Font {
    Font(face, min(200, max(6, Int((points * scale).rounded()))))
  }

  /// The names of cities (rank 1), of large towns (2), of towns (3 and 4) and of villages (5).
  func town(rank: Int) -> Font {
    switch rank {
    case ...1: font(.semibold, 17)
    case 2: font(.semibold, 15)
    case 3: font(.medium, 13)
    case 4: font(.medium, 12)
    default: font(.regular, 11)
    }
  }
  var sea: Font { font(.italic, 16) }
  var water: Font { font(.italic, 12) }
  var region: Font { font(.italic, 14) }
  var country: Font { font(.medium, 20) }
  var counter: Font { font(.medium, 11) }
  var badge: Font { font(.semibold, 11) }
  var tag: Font { font(.regular, 11) }
  var refugees: Font { font(.italic, 12) }
  var furniture: Font { font(.medium, 11) }

  /// Every font.
  var all: [Font] {
    var seen: [Font] = []
    for font in (1...5).map({ town(rank: $0) }) + [
      sea, water, region, country, counter, badge, tag, refugees, furniture,
    ] where !seen.contains(font) { seen.append(font) }
    return seen
  }
}

import MapTable
import MapView
import Panels
import Raster
import Screen
import Session
import Simulation

/// Two maps beside each other: what a side knows, and what is so.
extension Desk {
  /// The picture that an event is about: of two maps, that of the one under the pointer, or for the
  /// keyboard that of the one clicked last.
  func picture(for event: InputEvent) -> Picture {
    guard view.isSplit, let truth else { return current }
    guard let point = event.point, point.x.isFinite else { return shownPicture }
    return SplitGlass(view.camera).half(at: point) == .truth ? truth : current
  }

  /// The picture that the panels tell of.
  var shownPicture: Picture {
    view.isSplit && view.looksRight ? truth ?? current : current
  }

  /// Brings the truth up to the moment shown while it stands beside what is known.
  func refreshTruth() {
    if battle.isOver, !view.fogIsLifted {
      view.fogIsLifted = true
      if case .play = view.mode {
        view.message = .init("The fog lifts: F2 to F4 show every picture, F5 known beside true.")
      }
    }
    guard view.isSplit else {
      truth = nil
      beside = nil
      return
    }
    truth =
      view.shownTick.map { battle.picture(.umpire, at: $0) } ?? battle.picture(.umpire)
  }

  /// Draws both halves; the right one goes to the glass at once, since its pictures are its own.
  func drawHalves(fraction: Double) {
    guard let truth else { return }
    let glass = SplitGlass(view.camera)
    let covered = panels.covered(view)
    let left = glass.rect(of: .known)
    let right = glass.rect(of: .truth)
    // Taken out, so that its caches are changed in place.
    var second = beside ?? BesideMap(blankMap)
    beside = nil
    second.map.usesSafePalette = view.usesSafePalette
    second.map.laysBoardsBeside = map.laysBoardsBeside
    second.list.removeAll()
    second.hits.removeAll()
    second.list.pushClip(right)
    second.map.draw(
      truth, previous: nil, fraction: 1, look(at: .truth, glass), fonts: fonts,
      covered: covered + [left], into: &second.list, hits: &second.hits, images: &second.images)
    second.list.popClip()
    compositor.draw(second.list, images: second.images, fonts: fonts, onto: &bitmap)
    list.pushClip(left)
    map.draw(
      current, previous: previous, fraction: fraction, look(at: .known, glass), fonts: fonts,
      covered: covered + [right], into: &list, hits: &hits, images: &images)
    list.popClip()
    // What lies in the other half cannot be pointed at.
    var both = HitMap()
    for (found, room) in [(hits, left), (second.hits, right)] {
      for entry in found.entries where room.contains(entry.rect.center) {
        both.add(entry.target, entry.rect)
      }
    }
    hits = both
    beside = second
  }

  /// The view as one half shows it; the pointer stands over the same ground in both.
  private func look(at half: SplitGlass.Half, _ glass: SplitGlass) -> ViewState {
    var look = view
    look.camera = glass.camera(of: half)
    if let pointer = view.pointer, glass.half(at: pointer) != half {
      look.pointer = glass.twin(pointer)
    }
    return look
  }
}

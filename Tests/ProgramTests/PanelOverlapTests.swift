import Foundation
import Geography
import MapTable
import MapView
import Panels
import Platform
import Press
import Publishing
import Raster
import Screen
import Session
import Simulation
import TestKit
import Testing

@testable import sitrep

/// Every panel at every size, text scale and in both themes: nothing is written over, cut off or
/// half covered, no button lies on another, the map keeps its share.
///
/// With `SITREP_PICTURES=FOLDER` the frames are written there too, to be looked at.
@Suite @MainActor struct PanelOverlapTests {
  private static let sizes = [Size(1024, 640), Size(1920, 1080), Size(3840, 2160)]

  /// The shipped battle some hours on, the same for all.
  private static let played = Result {
    let source = try DeskScene.source.get()
    let battle = Battle(source: source, seed: 7, staffs: source.staffs())
    for _ in 0..<420 { try battle.advance() }
    return battle
  }

  @Test(arguments: [ViewState.Mode.play(SideID(0)), .spectate])
  func nothingOverlapsAndNothingIsCutOff(mode: ViewState.Mode) throws {
    try Places.withFolder { folder in
      var scene = try DeskScene(mode: mode, folder: folder, battle: Self.played.get())
      for size in Self.sizes {
        for percent in [100, 150, 200] {
          try scene.desk.handle(.resized(size, scale: Double(percent) / 100))
          // Panels look alike in both themes; pictures are made of both.
          let themes: [ViewState.Theme] =
            Self.pictures == nil ? [percent == 150 ? .night : .day] : [.day, .night]
          for theme in themes {
            scene.desk.view.theme = theme
            for shown in PanelScene.all { try check(shown, &scene, mode, theme, percent) }
          }
        }
      }
    }
  }

  private static let pictures = ProcessInfo.processInfo.environment["SITREP_PICTURES"]

  private func check(
    _ shown: PanelScene, _ scene: inout DeskScene, _ mode: ViewState.Mode, _ theme: ViewState.Theme,
    _ percent: Int
  ) throws {
    let desk = scene.desk
    let before = desk.view
    var info = desk.panelInfo()
    var picture = desk.current
    if shown.name == "outcome" {
      picture.outcome = Outcome(grade: .holdMarginal, winner: SideID(1), score: [34, 51])
    }
    shown.change(&desk.view, &info, picture)
    let view = desk.view
    desk.view = before
    var list = DrawList()
    var hits = HitMap()
    var images = desk.images
    desk.panels.draw(
      picture, view, info: info, fonts: desk.fonts, into: &list, hits: &hits, images: &images)
    let size = view.camera.size
    let place =
      "\(shown.name)-\(mode == .spectate ? "watch" : "play")-\(theme.rawValue)"
      + "-\(Int(size.width))-\(percent)"
    let window = Rect(0, 0, size.width, size.height)
    let read = PaintedText(list, fonts: desk.fonts, window: window, scale: view.scale)
    #expect(read.faults.isEmpty, "\(place): \(read.faults.prefix(3).joined(separator: "; "))")
    // Only a dispatch may be longer than the glass; its whole text shows under the pointer.
    let short = read.lines.map(\.text).filter { text in
      text.hasSuffix("…") && !info.dispatches.contains { $0.text.hasPrefix(text.dropLast()) }
    }
    #expect(short.isEmpty, "\(place): \(short)")
    checkButtons(hits, window, place)
    let covered = desk.panels.covered(view).reduce(0) { $0 + $1.width * $1.height }
    #expect(covered <= 0.4 * size.width * size.height, "\(place)")
    guard let folder = Self.pictures else { return }
    desk.view = view
    scene.settle()
    var whole = DrawList()
    desk.map.draw(
      picture, previous: nil, fraction: 1, view, fonts: desk.fonts,
      covered: desk.panels.covered(view),
      into: &whole, hits: &hits, images: &desk.images)
    desk.panels.draw(
      picture, view, info: info, fonts: desk.fonts, into: &whole, hits: &hits, images: &desk.images)
    desk.compositor.draw(whole, images: desk.images, fonts: desk.fonts, onto: &desk.bitmap)
    try PNGFile.write(desk.bitmap, to: "\(folder)/\(place).png")
    desk.view = before
  }

  /// No button lies partly on another that is not covered; a row may hold a smaller one whole.
  private func checkButtons(_ hits: HitMap, _ window: Rect, _ place: String) {
    var open: [HitMap.Entry] = []
    for entry in hits.entries {
      #expect(entry.rect.union(window) == window, "\(place): \(entry) leaves the window")
      if entry.target == .panel || entry.target == .control(.dismiss) && entry.rect == window {
        open.removeAll { $0.rect.intersects(entry.rect) }
      } else {
        for other in open where other.rect.inset(by: 1).intersects(entry.rect.inset(by: 1)) {
          let isWhole = other.rect.union(entry.rect) == other.rect
          if isWhole, other.target == .control(.minimap) { continue }
          if isWhole, case .rosterRow = other.target { continue }
          Issue.record("\(place): \(entry.target) lies on \(other.target)")
        }
        open.append(entry)
      }
    }
  }
}

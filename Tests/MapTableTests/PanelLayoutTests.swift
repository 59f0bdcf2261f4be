import Screen
import Simulation
import Testing

@testable import MapTable

@Suite struct PanelLayoutTests {
  private func view(
    _ width: Double, _ height: Double, _ scale: Double, _ mode: ViewState.Mode
  ) -> ViewState {
    ViewState(
      mode: mode, viewpoint: .umpire,
      camera: Camera(
        center: GroundPoint(0, 0), metersPerPixel: 10, size: Size(width, height)), scale: scale)
  }

  @Test func panelsNeverOverlapStayInTheWindowAndLeaveSixtyPercent() {
    for width in stride(from: 1024.0, through: 3840, by: 176) {
      for height in stride(from: 640.0, through: 2160, by: 152) {
        for scale in [1, 1.25, 1.5, 2] {
          for mode in [ViewState.Mode.play(SideID(0)), .spectate] {
            for folded in [Set<PanelID>(), [.roster, .dispatches], Set(PanelID.allCases)] {
              var view = view(width, height, scale, mode)
              view.folded = folded
              check(view)
              view.selectedHex = 0
              check(view)
              view.openedPanel = .roster
              check(view)
            }
          }
        }
      }
    }
  }

  private func check(_ view: ViewState) {
    let layout = PanelLayout(view)
    let size = view.camera.size
    let window = Rect(0, 0, size.width, size.height)
    let slots = layout.slots.sorted { $0.key.rawValue < $1.key.rawValue }
    var covered = 0.0
    for (index, slot) in slots.enumerated() {
      covered += slot.value.width * slot.value.height
      #expect(!slot.value.isEmpty && slot.value.union(window) == window, "\(slot) in \(size)")
      for other in slots[(index + 1)...] {
        #expect(
          !slot.value.intersects(other.value), "\(slot) \(other) in \(size) at \(view.scale)")
      }
    }
    #expect(covered <= window.width * window.height * 0.4, "\(covered) of \(size) at \(view.scale)")
    #expect(layout.clearArea.width > window.width * 0.3, "\(layout.clearArea) in \(size)")
    #expect(layout.clearArea.height > window.height * 0.3, "\(layout.clearArea) in \(size)")
  }

  @Test func everyPanelShowsFrom1024By640OnAtScaleOne() {
    let layout = PanelLayout(view(1024, 640, 1, .play(SideID(0))))
    for panel in PanelID.allCases where panel != .help && panel != .lesson {
      #expect(layout.slots[panel] != nil, "\(panel)")
    }
    #expect(layout.slots[.lesson] == nil)
  }

  @Test func besideLessonsASmallWindowGivesUpTheListsOnly() {
    for (width, height, dropped) in [
      (1024.0, 640.0, [PanelID.minimap, .roster]), (1280.0, 800.0, []),
    ] {
      var learning = view(width, height, 1, .play(SideID(0)))
      learning.showsLesson = true
      let layout = PanelLayout(learning)
      for panel in PanelID.allCases where panel != .help && !dropped.contains(panel) {
        #expect(layout.slots[panel] != nil, "\(panel) at \(width)")
      }
    }
  }

  @Test func whatHasNoRoomLeavesAChipAndComesOnceItIsOpened() {
    for scale in [1.5, 2] {
      var view = view(1024, 640, scale, .play(SideID(0)))
      view.selectedHex = 0
      let usual = PanelLayout(view)
      #expect(!usual.chips.contains(.inspector) && usual.chips.contains(.roster))
      #expect((usual.slots[.inspector]?.height ?? 0) >= PanelLayout.leastInspector * scale - 1)
      for panel in [PanelID.roster, .dispatches, .minimap, .timeline, .inspector] {
        view.openedPanel = panel
        let layout = PanelLayout(view)
        #expect(layout.slots[panel] != nil && !layout.chips.contains(panel), "\(panel)")
        for other in PanelID.allCases where other != .lesson && other != .help {
          #expect(layout.slots[other] != nil, "\(other) beside \(panel) at \(scale)")
        }
      }
    }
  }

  @Test func theLongestLessonLeavesTheMapItsShare() {
    var learning = view(1024, 640, 2, .play(SideID(0)))
    learning.showsLesson = true
    check(learning)
    #expect(PanelLayout(learning).slots[.lesson] != nil)
  }

  @Test func aStillPictureHasNone() {
    #expect(PanelLayout(view(1920, 1080, 1, .picture)).slots.isEmpty)
  }
}

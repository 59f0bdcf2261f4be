import MapTable
import Screen
import Simulation
import TestKit
import Testing

@testable import sitrep

/// A window that is moved to another display.
@Suite @MainActor struct DeskScaleTests {
  @Test func aWindowMovedToAnotherScaleIsDrawnAnew() throws {
    try Places.withFolder { folder in
      let fine = Size(1280, 800)
      var moved = try DeskScene(
        mode: .play(SideID(0)), folder: "\(folder)", size: Size(640, 400))
      moved.desk.compose()
      try moved.desk.handle(.resized(fine, scale: 2))
      moved.settle()
      try moved.desk.handle(.resized(fine, scale: 2))
      let view = moved.desk.view
      #expect(view.scale == 2 && view.camera.size == fine)
      // What began on the fine display with the same view has the same pixels.
      try Places.withFolder { other in
        var born = try DeskScene(
          mode: .play(SideID(0)), folder: other, size: fine, displayScale: 2)
        born.desk.view = view
        born.settle()
        #expect(born.desk.bitmap.width == moved.desk.bitmap.width)
        #expect(born.desk.bitmap.pixels == moved.desk.bitmap.pixels)
      }
    }
  }
}

/// The scales at which boards are laid out: sixteen to an octave, so that a frame between two of
/// them shows the coarser one stretched by less than 4.5 %.
///
/// A board's scale follows from the frame's alone, never from how the viewer came there.
enum BoardScale {
  /// 2 to the power of n/16 for n = 1…16, from square roots alone.
  private static let steps: [Double] = {
    let step = 2.0.squareRoot().squareRoot().squareRoot().squareRoot()
    return (1...16).map { count in (0..<count).reduce(1.0) { value, _ in value * step } }
  }()

  /// The nearest scale that is no finer than the frame's, in metres a pixel.
  static func metersPerPixel(for wanted: Double) -> Double {
    var octave = 1.0
    while octave > wanted { octave /= 2 }
    while octave * 2 <= wanted { octave *= 2 }
    // A frame that stands on a step, but for rounding, takes that step.
    if wanted <= octave * 1.000_000_1 { return octave }
    return octave * (steps.first { wanted <= octave * $0 * 1.000_000_1 } ?? 2)
  }
}

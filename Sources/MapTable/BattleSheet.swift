public import Screen

/// The sheet on which a person sets up a new battle, and the briefing that follows: a plain value
/// that the input controller turns over and the panels draw.
public struct BattleSheet: Sendable, Equatable {
  /// A scenario that can be chosen.
  public struct Scenario: Sendable, Equatable {
    /// Its name under `Scenarios/`.
    public var name: String
    /// Its title.
    public var title: String
    /// Whether lessons lead through it.
    public var isGuided: Bool
    /// A scenario.
    public init(name: String, title: String, isGuided: Bool = false) {
      self.name = name
      self.title = title
      self.isGuided = isGuided
    }
  }

  /// A battle that can be gone on with, or why it cannot.
  public struct Saved: Sendable, Equatable {
    /// The journal.
    public var path: String
    /// What it is, in a line.
    public var text: String
    /// Why it cannot be gone on with; nil where it can.
    public var refusal: String?
    /// Whether it can be looked at.
    public var isSound: Bool
    /// Its picture's file, where there is one.
    public var picture: String?
    /// A saved battle.
    public init(path: String, text: String, refusal: String? = nil, isSound: Bool = true) {
      self.path = path
      self.text = text
      self.refusal = refusal
      self.isSound = isSound
    }
  }

  /// A picture of a saved battle.
  public struct Preview: Sendable, Equatable {
    /// Its name among the images.
    public var image: ImageID
    /// Its pixels.
    public var size: Size
    /// A picture.
    public init(image: ImageID, size: Size) {
      self.image = image
      self.size = size
    }
  }

  /// A headed part of the briefing.
  public struct Section: Sendable, Equatable {
    /// Its heading.
    public var heading: String
    /// Its paragraphs.
    public var paragraphs: [String]
    /// A part.
    public init(_ heading: String, _ paragraphs: [String]) {
      self.heading = heading
      self.paragraphs = paragraphs
    }
  }

  /// Which page shows.
  public enum Page: Sendable, Equatable { case setup, briefing }

  /// What the person has decided.
  public enum Decision: Sendable, Equatable {
    /// The battle as it is set up begins.
    case begin
    /// A saved battle goes on.
    case resume(path: String)
    /// A saved battle is looked at, all of it on the timeline.
    case watch(path: String)
    /// The person leaves.
    case leave
  }

  /// The rows of the setup page in order; the keyboard goes up and down among them.
  public enum Row: Int, Sendable, CaseIterable {
    case scenario, side, opponent, handicap, fog, seed, saved, go
  }

  /// The words for an opponent's temperament.
  public static let temperaments = ["cautious", "balanced", "bold"]

  /// The scenarios.
  public var scenarios: [Scenario]
  /// The saved battles, newest first.
  public var saved: [Saved]
  /// The chosen scenario.
  public var scenario = 0
  /// The names of its sides.
  public var sides: [String] = []
  /// The words of its sides on the command line.
  public var sideWords: [String] = []
  /// The chosen side; the number of sides for both.
  public var side = 0
  /// The opponent: see `temperaments`.
  public var opponent = 1
  /// How much more seldom the opponent decides, 0…9.
  public var handicap = 0
  /// Whether the person sees only what the chosen side knows.
  public var hasFog = true
  /// The seed.
  public var seed: UInt64 = 1
  /// The saved battle that the keyboard is at.
  public var savedAt = 0
  /// The picture of the saved battle that is pointed at, and its size; nil where there is none.
  public var preview: Preview?
  /// The row that the keyboard is at.
  public var row = Row.scenario
  /// The page.
  public var page = Page.setup
  /// The briefing of the chosen scenario for the chosen side.
  public var briefing: [Section] = []
  /// The briefing's title.
  public var title = ""
  /// Lines scrolled out at the briefing's top.
  public var scroll = 0
  /// What is decided; nil while nothing is.
  public var decision: Decision?
  /// Something that the person should know.
  public var message = ""

  /// A sheet.
  public init(scenarios: [Scenario], saved: [Saved] = []) {
    self.scenarios = scenarios
    self.saved = saved
  }

  /// Whether the computer commands anything: with both sides taken it does not.
  public var hasOpponent: Bool { side < sides.count }
}

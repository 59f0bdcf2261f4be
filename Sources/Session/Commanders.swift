public import Journal
public import ScenarioFormat
public import Simulation
import SourceText
public import Staff

/// Who commands the sides of a battle that begins, as its journal says it.
public struct Commanders: Sendable, Equatable {
  /// The sides that people command.
  public var persons: Set<SideID>
  /// The sides whose orders come from a file alone.
  public var scripted: Set<SideID>
  /// How the staffs weigh risk.
  public var temperament: Temperament
  /// How much more seldom the staffs decide, 0…9.
  public var handicap: Int
  /// Whether the staffs play their courses out before they choose.
  public var mode: StaffMode

  /// Commanders; staffs on every side that is not named.
  public init(
    persons: Set<SideID> = [], scripted: Set<SideID> = [], temperament: Temperament = .balanced,
    handicap: Int = 0, mode: StaffMode = .plain
  ) {
    self.persons = persons
    self.scripted = scripted
    self.temperament = temperament
    self.handicap = handicap
    self.mode = mode
  }
}

extension BattleSource {
  /// The staffs of these commanders: nil where a person or a file commands, or there is no plan.
  public func staffs(_ commanders: Commanders) -> [Staff?] {
    staffs(
      except: commanders.persons.union(commanders.scripted), temperament: commanders.temperament,
      handicap: commanders.handicap, mode: commanders.mode)
  }

  /// The header of a journal that begins with these commanders.
  public func header(
    seed: UInt64, _ commanders: Commanders, folders: DataFolders
  ) -> JournalHeader {
    var header = JournalHeader(
      setup: setup, seed: seed, commanders: Array(repeating: .orders, count: setup.sides.count))
    for index in setup.sides.indices {
      if commanders.persons.contains(SideID(index)) {
        header.commanders[index].commander = .person
      } else if !commanders.scripted.contains(SideID(index)), plans[index] != nil {
        header.commanders[index].commander = .staff
        header.commanders[index].temperament = commanders.temperament.rawValue
        header.commanders[index].handicap = commanders.handicap
        header.commanders[index].isThinking = commanders.mode == .thinking
      }
    }
    header.scenarioFile = fileToRemember(folders)
    return header
  }

  /// The staffs as a journal's header has them.
  func staffs(of header: JournalHeader) -> [Staff?] {
    plans.enumerated().map { index, plan in
      let post = header.commanders[index]
      guard let plan, post.commander == .staff else { return nil }
      return Staff(
        plan: plan, side: SideID(index),
        temperament: Temperament(rawValue: post.temperament) ?? .balanced, handicap: post.handicap,
        mode: post.isThinking ? .thinking : .plain)
    }
  }

  /// The scenario's file where its name alone does not lead to it.
  private func fileToRemember(_ folders: DataFolders) -> String {
    guard let file = SourceFile.resolved(scenarioFile) else { return "" }
    let isKnown = folders.roots.contains {
      SourceFile.resolved("\($0)/Scenarios/\(setup.scenarioID)/scenario.yaml") == file
    }
    return isKnown ? "" : file
  }
}

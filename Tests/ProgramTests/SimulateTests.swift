import Foundation
import TestKit
import Testing

@Suite struct SimulateTests {
  static let vehicles = [
    "tank", "ifv", "apc", "gun", "rocket_launcher", "anti_tank", "air_defence", "helicopter",
    "aircraft", "truck",
  ]

  private func document(_ arguments: [String]) throws -> (text: String, value: [String: Any]) {
    let result = try Program.run(["simulate", "Calilabad", "--json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty, "a progress bar is for terminals")
    let value = try #require(try Program.json(result.output) as? [String: Any])
    return (result.output, value)
  }

  private func keys(_ value: Any?) throws -> [String] {
    try #require(value as? [String: Any]).keys.sorted()
  }

  @Test func oneRunHasItsKeys() throws {
    let (text, run) = try document(["--seed", "7", "--until", "+01:00"])
    #expect(
      run.keys.sorted() == [
        "beats", "civilians", "control", "ended_at", "events_count", "hash", "losses", "outcome",
        "scenario", "seed", "ticks", "units",
      ])
    #expect(run["scenario"] as? String == "Calilabad")
    #expect(run["seed"] as? Int == 7)
    #expect(run["ticks"] as? Int == 60)
    #expect(run["ended_at"] as? String == "1998-09-12T07:00")
    #expect((run["hash"] as? String)?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
    #expect(run["outcome"] is NSNull, "it is not over")
    for side in ["az", "tal"] {
      let losses = try #require((run["losses"] as? [String: Any])?[side])
      #expect(try keys(losses) == (["personnel"] + Self.vehicles).sorted())
    }
    #expect(try keys(run["civilians"]) == ["by_town", "displaced", "injured", "killed"])
    let control = try #require(run["control"] as? [String: [String: Any]])
    #expect(control["calilabad"]?["center"] as? String == "az")
    let units = try #require(run["units"] as? [[String: Any]])
    #expect(units.count > 60)
    for unit in units {
      #expect(
        unit.keys.sorted() == [
          "cohesion", "id", "lat", "lon", "name", "personnel", "posture", "sidc", "side", "status",
          "tanks",
        ])
      #expect((unit["sidc"] as? String)?.count == 20)
    }
    let beats = try #require(run["beats"] as? [String: Any])
    #expect(!beats.isEmpty)
    #expect(
      beats.values.allSatisfy {
        $0 is NSNull || ($0 as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d/) != nil
      })
    #expect(try keys(run["events_count"]).allSatisfy { $0.wholeMatch(of: /[a-z_]+/) != nil })
    // A number stands unquoted after its key; hashes and codes in quotes may hold an e.
    #expect(text.firstMatch(of: /: -?[\d.]+[eE]/) == nil, "no exponents")
    #expect(text.firstMatch(of: /\.\d{7}/) == nil, "at most six decimals")
  }

  @Test func manyRunsHaveTheirKeysAndJobsChangeNoByte() throws {
    let arguments = ["--seed", "3", "--runs", "2", "--until", "+02:00"]
    let one = try document(arguments + ["--jobs", "1"])
    let two = try document(arguments + ["--jobs", "2"])
    #expect(one.text == two.text)
    #expect(one.value.keys.sorted() == ["runs", "summary"])
    let runs = try #require(one.value["runs"] as? [[String: Any]])
    #expect(runs.compactMap { $0["seed"] as? Int } == [3, 4])
    for run in runs {
      #expect(
        run.keys.sorted() == ["beats", "civilians", "hash", "losses", "outcome", "seed"])
    }
    #expect(try keys(one.value["summary"]) == ["outcomes", "quantiles"])
  }

  @Test func aLocaleChangesNoByte() throws {
    let arguments = ["simulate", "Calilabad", "--json", "--until", "+00:30"]
    let plain = try Program.run(arguments)
    let turkish = try Program.run(
      arguments, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Baku"])
    #expect(plain.status == 0)
    #expect(plain.output == turkish.output)
  }

  @Test func aJournalIsWrittenVerifiedAndTamperedWith() throws {
    try Places.withFolder { folder in
      let fought = try Program.run(
        ["simulate", "Calilabad", "--until", "+02:00", "--journal", "a.sitlog"], in: folder)
      #expect(fought.status == 0, "\(fought)")
      let verified = try Program.run(["replay", "verify", "a.sitlog"], in: folder)
      #expect(verified.status == 0)
      #expect(verified.output.contains("unfinished and replays exactly"))
      let document = try #require(
        try Program.json(
          Program.run(["replay", "verify", "--json", "a.sitlog"], in: folder).output)
          as? [String: Any])
      #expect(document.keys.sorted() == ["first_bad", "result", "rules_version", "ticks"])
      #expect(document["result"] as? String == "unfinished")
      let info = try Program.run(["replay", "info", "--json", "a.sitlog"], in: folder)
      #expect(try (Program.json(info.output) as? [String: Any])?["torn"] as? Bool == false)

      var lines = try String(contentsOfFile: "\(folder)/a.sitlog", encoding: .utf8)
        .components(separatedBy: "\n")
      let index = try #require(lines.firstIndex { $0.hasPrefix("@") && $0.contains(" march ") })
      lines.remove(at: index)
      try lines.joined(separator: "\n").write(
        toFile: "\(folder)/b.sitlog", atomically: true, encoding: .utf8)
      let tampered = try Program.run(["replay", "verify", "b.sitlog"], in: folder)
      #expect(tampered.status == 1)
      #expect(tampered.output.hasPrefix("Diverged between tick 0 and tick 60"))
      let bad = try #require(
        try
          (Program.json(
            Program.run(["replay", "verify", "--json", "b.sitlog"], in: folder).output)
          as? [String: Any])?["first_bad"] as? [String: Any])
      #expect(
        bad.keys.sorted() == ["actual", "column", "expected", "tick_from", "tick_to", "unit"])
    }
  }
}

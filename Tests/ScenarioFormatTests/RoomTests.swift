import Testing

@Suite struct ScenarioFormatRoomTests {}

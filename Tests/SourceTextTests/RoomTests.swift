import Testing

@Suite struct SourceTextRoomTests {}

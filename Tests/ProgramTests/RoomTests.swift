import Testing

@Suite struct ProgramRoomTests {}

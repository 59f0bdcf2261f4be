import Testing

@Suite struct SymbologyRoomTests {}

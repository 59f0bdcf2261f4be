import Testing

@Suite struct JournalRoomTests {}

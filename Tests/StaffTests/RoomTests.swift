import Testing

@Suite struct StaffRoomTests {}

import Testing

@Suite struct HouseRoomTests {}

/** The room, an array that is long enough, with the numbers of a shorter one at its beginning. */
export function movedInto<Room extends { set(numbers: ArrayLike<number>): void }>(
  room: Room,
  numbers: ArrayLike<number>,
): Room {
  room.set(numbers);
  return room;
}

/**
 * Room for as many numbers as are asked for, the same at each call: several arrays as long as the base, new for every
 * search, are much to clear and to collect. What a call left there stays; nobody may keep it beyond his own synchronous
 * work.
 */
export function scratch<Numbers extends { readonly length: number }>(
  make: (length: number) => Numbers,
): (length: number) => Numbers {
  let room = make(256);
  return (length) => {
    if (room.length < length) room = make(2 * length);
    return room;
  };
}

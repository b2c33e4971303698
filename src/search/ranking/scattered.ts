/** The golden ratio of 32 bits (Knuth, The Art of Computer Programming 3, 6.4). */
const GOLDEN = 0x9e3779b1;

/** A number below 2 to the `power`, such that numbers near each other are far apart (multiplicative hashing). */
export function scattered(number: number, power: number): number {
  return Math.imul(number, GOLDEN) >>> (32 - power);
}

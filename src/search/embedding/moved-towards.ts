/**
 * A direction moved towards the mean of others, by a weight against its own 1; of length 1 again (Rocchio 1971, on dense
 * vectors as Li et al. 2021). Without others it stays.
 */
export function movedTowards(
  vector: Float32Array,
  others: readonly Float32Array[],
  weight: number,
): Float32Array {
  if (others.length === 0) return vector;
  const moved = vector.map(
    (value, i) => value + (weight * others.reduce((sum, other) => sum + (other[i] ?? 0), 0)) / others.length,
  );
  const length = Math.hypot(...moved);
  return length === 0 ? vector : moved.map((value) => value / length);
}

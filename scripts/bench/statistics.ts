/** The value below which `share` of the values lie; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds of each call, after as many uncounted ones as `warmup` says. */
export async function timed(
  runs: number,
  warmup: number,
  call: (run: number) => unknown,
): Promise<{ medianMs: number; p95Ms: number }> {
  const times: number[] = [];
  for (let run = -warmup; run < runs; run++) {
    const start = performance.now();
    await call(run + warmup);
    if (run >= 0) times.push(performance.now() - start);
  }
  return { medianMs: round(quantile(times, 0.5)), p95Ms: round(quantile(times, 0.95)) };
}

/** Three significant digits: more would be noise. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

import autocannon from 'autocannon';

const SECONDS = 4;

/**
 * Requests a second that a URL bears with so many callers, each asking again as soon as it is answered; with paths, one
 * after the other of them is asked.
 */
export async function requestsPerSecond(
  url: string,
  callers: number,
  { paths, headers = {} }: { paths?: readonly string[]; headers?: Record<string, string> } = {},
): Promise<number> {
  const result = await autocannon({
    url,
    connections: callers,
    duration: SECONDS,
    headers,
    ...(paths && { requests: paths.map((path) => ({ path })) }),
  });
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} of the requests to ${url} failed`);
  return result.requests.average;
}

/**
 * The throughput of each URL as a ratio to the first one, with so many callers. The machines are noisy: the
 * yardstick is measured anew beside each, and the median of the rounds counts.
 */
export async function throughputRatios(
  yardstick: string,
  urls: Readonly<Record<string, string>>,
  callers: number,
  rounds: number,
): Promise<{ name: string; callers: number; requestsPerSecond: number; bare: number; ratio: number }[]> {
  const results = [];
  for (const [name, url] of Object.entries(urls)) {
    const pairs = [];
    for (let round = 0; round < rounds; round++) {
      const bare = await requestsPerSecond(yardstick, callers);
      pairs.push({ bare, ours: await requestsPerSecond(url, callers) });
    }
    const middle = pairs.toSorted((a, b) => a.ours / a.bare - b.ours / b.bare)[Math.floor(rounds / 2)];
    if (middle === undefined) continue;
    const ratio = Number((middle.ours / middle.bare).toFixed(2));
    results.push({
      name,
      callers,
      requestsPerSecond: Math.round(middle.ours),
      bare: Math.round(middle.bare),
      ratio,
    });
  }
  return results;
}

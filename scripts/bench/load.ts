import autocannon, { type Client } from 'autocannon';

const SECONDS = 4;
/** Milliseconds: how often a load looks whether it is at its end, and so how exactly it knows how long it took. */
const LOOK_EVERY_MS = 10;

interface Load {
  /** Asked one after the other, by each caller from the first on. */
  readonly paths?: readonly string[];
  readonly headers?: Record<string, string>;
}

/** Requests a second that a URL bears with so many callers, each asking again as soon as it is answered. */
export async function requestsPerSecond(
  url: string,
  callers: number,
  { paths, headers = {} }: Load = {},
): Promise<number> {
  const requests = paths?.map((path) => ({ path }));
  const asked = { url, connections: callers, duration: SECONDS, headers };
  return rateOf(await autocannon({ ...asked, ...(requests && { requests }) }));
}

/** The same where each path is asked once, dealt out to the callers. */
export async function requestsPerSecondOnce(
  url: string,
  callers: number,
  { paths, headers = {} }: Load & { readonly paths: readonly string[] },
): Promise<number> {
  const amount = paths.length - (paths.length % callers);
  let dealt = 0;
  const setupClient = (client: Client) => {
    const own = dealt++ % callers;
    client.setRequests(paths.slice(0, amount).flatMap((path, i) => (i % callers === own ? [{ path }] : [])));
  };
  const asked = { url, connections: callers, amount, headers, setupClient };
  return rateOf(await autocannon({ ...asked, sampleInt: LOOK_EVERY_MS }));
}

function rateOf({ url, requests, duration, ...bad }: autocannon.Result): number {
  const failed = bad.non2xx + bad.errors + bad.timeouts;
  if (failed > 0) throw new Error(`${failed} of the requests to ${url} failed`);
  return requests.total / duration;
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

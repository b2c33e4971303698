import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { temporaryFolder } from '../../support/data-folder.ts';
import { freePort } from '../../support/free-port.ts';
import { type ServeProcess, startServe } from '../../support/serve-process.ts';

const SOON = { timeout: 60_000, interval: 100 };

/** Asks over a connection of its own, so that another process may answer. */
async function ask(url: string): Promise<{ status: number | undefined; body: string }> {
  const request = get(url, { agent: new Agent({ keepAlive: false }), timeout: 10_000 });
  request.once('timeout', () => request.destroy(new Error(`no answer from ${url}`)));
  const [response] = await once(request, 'response');
  return { status: response.statusCode, body: await text(response) };
}

/** Who answered until now. */
function answering({ logged }: ServeProcess): Set<number> {
  return new Set(logged().flatMap(({ pid, msg }) => (msg === 'request' ? [pid] : [])));
}

/** Asks until so many processes have answered, ten callers at a time; returns how many answers there were. */
async function askUntil(count: number, service: ServeProcess, url: string): Promise<number> {
  let answers = 0;
  await vi.waitFor(async () => {
    const given = await Promise.all(Array.from({ length: 10 }, () => ask(`${url}/api/v1/regions`)));
    expect(given.map(({ status }) => status)).toEqual(given.map(() => 200));
    answers += given.length;
    expect(answering(service).size).toBe(count);
  }, SOON);
  return answers;
}

const ANSWERS = /^http_request_duration_seconds_count\{.*"\/api\/v1\/regions".*\} (\d+)$/m;
const PROCESSES = /^service_processes (\d+)$/m;

async function counted(url: string, metric: RegExp): Promise<number> {
  const { body } = await ask(`${url}/metrics`);
  return Number(metric.exec(body)?.[1]);
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a service of several processes', () => {
  it('answers by all of them, measures them as one, starts one again that died, and ends with all', async () => {
    const dataDir = await temporaryFolder();
    const service = startServe({ DATA_DIR: dataDir, PORT: '0', WEB_CONCURRENCY: '2', LOG_LEVEL: 'info' });
    const url = await service.ready();
    const answers = await askUntil(2, service, url);
    expect(answering(service)).not.toContain(service.pid);
    await vi.waitFor(async () => expect(await counted(url, ANSWERS)).toBe(answers), SOON);
    expect(await counted(url, PROCESSES)).toBe(2);

    const [killed = 0] = answering(service);
    process.kill(killed, 'SIGKILL');
    await askUntil(3, service, url);
    expect(service.logged()).toContainEqual(
      expect.objectContaining({ pid: service.pid, msg: 'a process ended and is started again' }),
    );

    service.kill('SIGTERM');
    expect(await service.ended).toEqual({ code: 0, told: '' });
    expect([...answering(service)].filter(lives)).toEqual([]);
    expect(await serverPid(`${dataDir}/postgres`)).toBeUndefined();
  });

  it('tells the metrics of the others while one stands still', async () => {
    const service = startServe({ DATA_DIR: await temporaryFolder(), PORT: '0', WEB_CONCURRENCY: '2' });
    const url = await service.ready();
    const answers = await askUntil(2, service, url);
    const [still = 0] = answering(service);
    process.kill(still, 'SIGSTOP');
    try {
      expect(await counted(url, PROCESSES)).toBe(1);
      expect(await counted(url, ANSWERS)).toBeGreaterThan(0);
      expect(await counted(url, ANSWERS)).toBeLessThan(answers);
    } finally {
      process.kill(still, 'SIGCONT');
    }
    service.kill('SIGTERM');
    await service.ended;
  });

  it('says once why it did not start', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const service = startServe({
      DATA_DIR: await temporaryFolder(),
      PORT: String(port),
      WEB_CONCURRENCY: '3',
    });
    const { code, told } = await service.ended;
    other.close();
    expect(code).toBe(1);
    expect(told.match(/Sheshim did not start/g)).toHaveLength(1);
    expect(told).toContain('Another program listens there');
  });
});

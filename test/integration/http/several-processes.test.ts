import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { temporaryFolder } from '../../support/data-folder.ts';
import { freePort } from '../../support/free-port.ts';
import { type ServeProcess, startServe } from '../../support/serve-process.ts';

const PATIENTLY = { timeout: 120_000 };
const SOON = { timeout: 40_000, interval: 100 };
const NO_ANSWER_AFTER_MS = 5_000;

/** Asks over a connection of its own, so that another process may answer. */
async function ask(url: string): Promise<{ status: number | undefined; body: string }> {
  const request = get(url, { agent: new Agent({ keepAlive: false }), timeout: NO_ANSWER_AFTER_MS });
  request.once('timeout', () => request.destroy(new Error('no answer')));
  const [response] = await once(request, 'response');
  return { status: response.statusCode, body: await text(response) };
}

function askAtOnce(count: number, url: string) {
  return Promise.all(Array.from({ length: count }, () => ask(`${url}/api/v1/regions`)));
}

/** Who answered until now. */
function answering({ logged }: ServeProcess): Set<number> {
  return new Set(logged().flatMap(({ pid, msg }) => (msg === 'request' ? [pid] : [])));
}

/** Asks until so many processes have answered; returns how many answers there were. */
async function askUntil(count: number, service: ServeProcess, url: string): Promise<number> {
  let answers = 0;
  await vi.waitFor(async () => {
    const given = await askAtOnce(10, url);
    expect(given.map(({ status }) => status)).toEqual(given.map(() => 200));
    answers += given.length;
    expect(answering(service).size).toBe(count);
  }, SOON);
  return answers;
}

const ANSWERS = /^http_request_duration_seconds_count\{.*"\/api\/v1\/regions".*\} (\d+)$/m;
const PROCESSES = /^service_processes (\d+)$/m;

const numberIn = (text: string, metric: RegExp) => Number(metric.exec(text)?.[1]);

async function counted(url: string, metric: RegExp): Promise<number> {
  return numberIn((await ask(`${url}/metrics`)).body, metric);
}

/** The service of two processes, and one of them that has answered. */
async function startTwo(dataDir: string) {
  const service = startServe({ DATA_DIR: dataDir, PORT: '0', WEB_CONCURRENCY: '2' });
  const url = await service.ready();
  const answers = await askUntil(2, service, url);
  // What is counted is counted after the answer.
  await vi.waitFor(async () => expect(await counted(url, ANSWERS)).toBe(answers), SOON);
  const [one = 0] = answering(service);
  return { service, url, answers, one };
}

describe('a service of several processes', () => {
  it('answers by all of them, and ends with all', PATIENTLY, async () => {
    const dataDir = await temporaryFolder();
    const { service, url } = await startTwo(dataDir);
    expect(answering(service)).not.toContain(service.pid);
    expect(await counted(url, PROCESSES)).toBe(2);
    expect(await serverPid(`${dataDir}/postgres`)).toBeDefined();
    service.kill('SIGTERM');
    // Its output ends with the last of them.
    expect(await service.ended).toEqual({ code: 0, told: '' });
    expect(await serverPid(`${dataDir}/postgres`)).toBeUndefined();
  });

  it(
    'starts one again that was killed, lets one caller wait at most, and goes on counting',
    PATIENTLY,
    async () => {
      const { service, url, answers, one } = await startTwo(await temporaryFolder());
      process.kill(one, 'SIGKILL');
      const given = await Promise.allSettled(Array.from({ length: 40 }, () => ask(`${url}/api/v1/regions`)));
      const failed = given.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
      expect(failed.filter((reason) => !reason.includes('ECONNRESET')).length).toBeLessThanOrEqual(1);
      const more = given.length - failed.length + (await askUntil(3, service, url));
      expect(service.logged()).toContainEqual(
        expect.objectContaining({ pid: service.pid, msg: 'a process ended and is started again' }),
      );
      await vi.waitFor(async () => expect(await counted(url, PROCESSES)).toBe(2), SOON);
      const now = await counted(url, ANSWERS);
      // What the killed one answered last, nobody may have asked it for.
      expect(now).toBeGreaterThanOrEqual(answers);
      expect(now).toBeLessThanOrEqual(answers + more);
    },
  );

  it('goes on counting from what one that was asked to end had counted', PATIENTLY, async () => {
    const { service, url, answers, one } = await startTwo(await temporaryFolder());
    const more = await askAtOnce(20, url);
    process.kill(one, 'SIGTERM');
    await vi.waitFor(
      () =>
        expect(service.logged()).toContainEqual(
          expect.objectContaining({ msg: 'a process ended and is started again' }),
        ),
      SOON,
    );
    expect(await counted(url, ANSWERS)).toBe(answers + more.length);
  });

  it('tells what one counted while it stands still', PATIENTLY, async () => {
    const { url, answers, one } = await startTwo(await temporaryFolder());
    process.kill(one, 'SIGSTOP');
    try {
      // One caller may be handed to it.
      const { body } = await vi.waitFor(() => ask(`${url}/metrics`), SOON);
      expect(numberIn(body, PROCESSES)).toBe(1);
      expect(numberIn(body, ANSWERS)).toBe(answers);
    } finally {
      process.kill(one, 'SIGCONT');
    }
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

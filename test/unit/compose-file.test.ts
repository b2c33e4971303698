import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = path.join(import.meta.dirname, '../../compose.yaml');

/** As much of the Compose specification as is used here; an unknown key is a slip of the pen. */
const duration = z.string().regex(/^\d+s$/);
const service = z.strictObject({
  image: z.string(),
  build: z.string().optional(),
  restart: z.literal('unless-stopped'),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) }))
    .optional(),
  healthcheck: z.strictObject({
    test: z.array(z.string()).min(2),
    interval: duration,
    timeout: duration,
    retries: z.int(),
    start_period: duration,
  }),
});
const composeFile = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

/** No container runtime is to be had everywhere: the file is read as what it has to be. */
describe('compose.yaml', async () => {
  const file = composeFile.parse(parse(await readFile(FILE, 'utf8')));
  const services = Object.entries(file.services);

  it('has PostgreSQL, Meilisearch and the service, each with a check of its health', () => {
    expect(Object.keys(file.services)).toEqual(['postgres', 'meilisearch', 'sheshim']);
  });

  it('pins the version of what it does not build', () => {
    for (const [, { image, build }] of services)
      if (build === undefined) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-\w+)?$/);
  });

  it('gives no secret a value: each comes from outside, and has no other', () => {
    for (const [, { environment }] of services)
      for (const [name, value] of Object.entries(environment)) {
        if (!/PASSWORD|KEY|SECRET|DATABASE_URL/.test(name)) continue;
        expect(value).toMatch(/\$\{\w+(:\?[^}]+|:-)\}/);
      }
  });

  it('keeps data in named volumes, and opens nothing to the network but the service on this machine', () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(used).toEqual(Object.keys(file.volumes));
    for (const [name, { ports = [] }] of services)
      if (name === 'sheshim') expect(ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
      else expect(ports).toEqual([]);
  });

  it('starts the service when its database is healthy, and without a node that is not', () => {
    expect(file.services.sheshim?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      meilisearch: { condition: 'service_started' },
    });
  });

  it('hands the service everything that the README names of search', async () => {
    const readme = await readFile(path.join(FILE, '../README.md'), 'utf8');
    const named = readme.split('\n').filter((line) => /^\| `(?:MEILI|EMBEDDER)_/.test(line));
    const names = named.flatMap((line) => line.match(/(?:MEILI|EMBEDDER)_[A-Z_]+/g) ?? []);
    expect(names.length).toBeGreaterThan(5);
    const given = Object.keys(file.services.sheshim?.environment ?? {});
    expect(given).toEqual(expect.arrayContaining(names));
  });
});

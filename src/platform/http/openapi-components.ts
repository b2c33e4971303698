import type { SwaggerTransformObject } from '@fastify/swagger';

type Description = ReturnType<SwaggerTransformObject>;

const PREFIX = '#/components/schemas/';
const INPUT = /#\/components\/schemas\/([A-Za-z]+?)Input"/g;

/**
 * The description with the components that calls use, each once. The generator names every schema twice, as
 * input and as output; where both say the same, or only one is used, it keeps the plain name.
 */
export function tidyComponents(description: Description): Description {
  const components = partOf(description, 'components');
  const schemas = partOf(components, 'schemas');
  const used = reachable(partOf(description, 'paths'), schemas);
  const merged = new Set(
    [...used].filter((name) => {
      const plain = name.replace(/Input$/, '');
      return plain !== name && (!used.has(plain) || sameText(schemas[plain]) === sameText(schemas[name]));
    }),
  );
  const kept = Object.fromEntries(
    [...used].sort().map((name) => [merged.has(name) ? name.replace(/Input$/, '') : name, schemas[name]]),
  );
  const text = JSON.stringify({ ...description, components: { ...components, schemas: kept } });
  const renamed = text.replace(INPUT, (whole, plain: string) =>
    merged.has(`${plain}Input`) ? `${PREFIX}${plain}"` : whole,
  );
  return JSON.parse(renamed);
}

function partOf(whole: object, name: string): Record<string, unknown> {
  const part: unknown = Reflect.get(whole, name);
  return typeof part === 'object' && part !== null ? { ...part } : {};
}

function sameText(schema: unknown): string {
  return JSON.stringify(schema).replace(INPUT, `${PREFIX}$1"`);
}

/** The names of the components that the paths lead to, directly or through others. */
function reachable(from: unknown, schemas: Readonly<Record<string, unknown>>): Set<string> {
  const found = new Set<string>();
  const waiting = [JSON.stringify(from)];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop())
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (found.has(name) || !(name in schemas)) continue;
      found.add(name);
      waiting.push(JSON.stringify(schemas[name]));
    }
  return found;
}

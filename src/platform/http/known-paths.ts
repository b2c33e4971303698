/** Which methods stand under which paths, so that a wrong method can be told from a wrong path. */
export interface KnownPaths {
  add(url: string, methods: readonly string[]): void;
  /** The methods under a path, in alphabetical order; none when the path is unknown. */
  methodsAt(path: string): string[];
}

/** An empty register; addresses are route templates, as in `/cases/:id` or `/files/*`. */
export function createKnownPaths(): KnownPaths {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  return {
    add(template, methods) {
      const url = withoutTrailingSlash(template);
      const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
      for (const method of methods) route.methods.add(method);
      routes.set(url, route);
    },
    methodsAt(path) {
      const methods = new Set<string>();
      for (const route of routes.values())
        if (route.pattern.test(withoutTrailingSlash(path)))
          for (const method of route.methods) methods.add(method);
      return [...methods].sort();
    },
  };
}

/** A page stands under its address with and without the slash; the framework announces only some of its methods for each. */
function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) => {
      if (part.startsWith(':')) return '[^/]+';
      return part.split('*').map(escapeRegExp).join('.*');
    })
    .join('/');
  return new RegExp(`^${source}$`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

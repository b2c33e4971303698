/** What a link of a write-up may lead to, and whether it leaves the site; null for everything else. */
export type LinkTarget = { readonly href: string; readonly external: boolean };

const BASE = 'https://base.invalid';
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const EXTERNAL = new Set(['http:', 'https:']);

/**
 * Lets http, https, mailto and relative addresses through. What browsers would read as another host or scheme
 * (`//host`, `/\host`, `java\tscript:`) is refused: the address is judged as a browser resolves it.
 */
export function linkTarget(href: string): LinkTarget | null {
  const trimmed = href.trim();
  if (trimmed === '' || hasControls(trimmed)) return null;
  if (!URL.canParse(trimmed, BASE)) return null;
  const url = new URL(trimmed, BASE);
  if (!SCHEME.test(trimmed)) return url.origin === BASE ? { href: trimmed, external: false } : null;
  if (url.protocol === 'mailto:') return { href: url.href, external: false };
  return EXTERNAL.has(url.protocol) ? { href: url.href, external: true } : null;
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}

import type { Localized } from '../../kernel/language.ts';

/** A text of the site that is neither a case nor a message: its title, what stands first, and its sections. */
export interface SiteText {
  readonly title: string;
  /** Markdown. */
  readonly lead: string;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly markdown: string }[];
}

/** The pages that are written as Markdown in `content/pages`. */
export const SITE_TEXTS = ['about', 'contribute'] as const;
export type SiteTextName = (typeof SITE_TEXTS)[number];
export type SiteTexts = Readonly<Record<SiteTextName, Localized<SiteText>>>;

const SECTION = /^## +(.+?) +\{#([a-z-]+)\}[ \t]*$/;

/** Reads `# Title`, a lead, and sections `## Heading {#id}`. Errors: Error, which names what is missing. */
export function readSiteText(markdown: string): SiteText {
  const [first = '', ...rest] = markdown.replace(/^\uFEFF/, '').split(/\r?\n/);
  const title = /^# +(.+)$/.exec(first)?.[1]?.trim();
  if (title === undefined) throw new Error('the first line is not "# Title"');
  const lead: string[] = [];
  const sections: { id: string; heading: string; lines: string[] }[] = [];
  for (const line of rest) {
    const [, heading, id] = SECTION.exec(line) ?? [];
    if (heading !== undefined && id !== undefined) sections.push({ id, heading, lines: [] });
    else (sections.at(-1)?.lines ?? lead).push(line);
  }
  return {
    title,
    lead: lead.join('\n').trim(),
    sections: sections.map(({ id, heading, lines }) => ({ id, heading, markdown: lines.join('\n').trim() })),
  };
}

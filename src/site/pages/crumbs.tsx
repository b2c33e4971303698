import type { Language } from '../../kernel/language.ts';
import { type Place, pageUrl } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { commonMessages } from '../../platform/messages/common/common-messages.ts';

/** The way down to this page; the page itself is its heading. */
export function Crumbs(props: { language: Language; path: readonly { name: string; place: Place }[] }) {
  const t = translator(props.language, commonMessages);
  return (
    <nav class="crumbs no-print" aria-label={t('breadcrumbs.label')}>
      <ol>
        {props.path.map(({ name, place }) => (
          <li>
            <a href={pageUrl(props.language, place)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

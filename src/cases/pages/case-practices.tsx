import type { Language } from '../../kernel/language.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { casePageMessages } from '../messages/case-page-messages.ts';
import type { PracticeLink } from './case-page-ports.ts';

/** Where this case stands beside those of other regions. */
export function CasePractices(props: { language: Language; practices: readonly PracticeLink[] }) {
  const { language, practices } = props;
  const t = translator(language, casePageMessages);
  if (practices.length === 0) return null;
  return (
    <div class="section">
      {practices.map(({ title, url }) => (
        <p class="practice-offer">
          <strong>{t('case.practice')}</strong> <a href={url}>{title}</a>
        </p>
      ))}
    </div>
  );
}

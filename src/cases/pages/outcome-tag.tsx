import type { JSX } from 'preact';
import type { Language } from '../../kernel/language.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { Outcome } from '../domain/vocabulary.ts';
import { vocabularyMessages } from '../messages/vocabulary/vocabulary-messages.ts';

/** How a case ended: a word, a shape and a colour, so that none of them has to be seen alone. */
export function OutcomeTag({ outcome, language }: { outcome: Outcome; language: Language }) {
  const t = translator(language, vocabularyMessages);
  const { color, shape } = LOOKS[outcome];
  return (
    <span class="outcome" data-color={color}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
          {shape}
        </g>
      </svg>
      {t(`outcome.${outcome}`)}
    </span>
  );
}

const circle = <circle cx="10" cy="10" r="8" />;

const LOOKS: Readonly<Record<Outcome, { color: string; shape: JSX.Element }>> = {
  resolved: {
    color: 'success',
    shape: (
      <>
        {circle}
        <path d="m6.5 10.2 2.5 2.6 4.6-5.4" />
      </>
    ),
  },
  'partially-resolved': {
    color: 'success',
    shape: (
      <>
        {circle}
        <path d="M10 2a8 8 0 0 0 0 16z" fill="currentColor" stroke="none" />
      </>
    ),
  },
  'alternative-solution': {
    color: 'info',
    shape: <path d="M3 15h4.500c3 0 3-10 6-10H17m-3.2-3.200L17 5l-3.2 3.2" />,
  },
  'in-progress': {
    color: 'warning',
    shape: (
      <>
        {circle}
        <path d="M10 5.500V10l3 2" />
      </>
    ),
  },
  postponed: {
    color: 'neutral',
    shape: (
      <>
        {circle}
        <path d="M8 7v6m4-6v6" />
      </>
    ),
  },
  refused: {
    color: 'danger',
    shape: (
      <>
        {circle}
        <path d="m7.2 7.2 5.6 5.600m0-5.6-5.6 5.6" />
      </>
    ),
  },
  withdrawn: {
    color: 'danger',
    shape: <path d="M7 3 3 7l4 4M3 7h8.500a5 5 0 0 1 0 10H7" />,
  },
  referendum: {
    color: 'info',
    shape: <path d="M3 10v7h14v-7M3 10h14M7 10l2-7h6l-2 7" />,
  },
};

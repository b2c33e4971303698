import type { PracticeFile } from '../../../src/practices/adapters/parse-practice.ts';

const MAIN = `---
language: ru
title: 'Уборка снега: договоры рядом'
summary: 'Что сделали несколько городов и чего это не показывает.'
order: 1
category: snow-removal
comparedOn: '2026-11-23'
---

## В чём проблема {#problem}

Улицы зимой стоят без подрядчика.

## Какие есть подходы {#approaches}

Договор на несколько лет.

## Что показывают случаи {#evidence}

Пока ничего.

## Чего мы не знаем {#unknown}

Почти всего.
`;

const TITLES = {
  kk: ['Қар тазалау: шарттар қатар', 'Бірнеше қала не істегені және бұдан не көрінбейтіні.'],
  en: ['Snow removal: contracts side by side', 'What several cities did, and what it does not show.'],
} as const;

function translation(language: 'kk' | 'en'): string {
  const [title, summary] = TITLES[language];
  return `---\nlanguage: ${language}\ntranslation: machine\ntitle: '${title}'\nsummary: '${summary}'\n---\n`;
}

/** The three files of a practice, as they lie in the folder; `change` rewrites the Russian one. */
export function practiceFiles(slug: string, change = (main: string) => main): PracticeFile[] {
  return [
    { name: `${slug}.md`, text: change(MAIN) },
    { name: `${slug}.kk.md`, text: translation('kk') },
    { name: `${slug}.en.md`, text: translation('en') },
  ];
}

/** The file of a published case, as it lies in a folder of cases; `more` are further lines of its head. */
export function caseFile(id: string, title: string, more = ''): string {
  return `---
id: ${id}
language: ru
title: '${title}'
summary: 'Кратко.'
region: KZ-39
category: snow-removal
outcome: resolved
sources:
  - { url: 'https://example.org/1', publisher: example.org, accessed: '2026-11-23', language: ru }
${more}---

## Проблема {#problem}

Дворы не чистили.
`;
}

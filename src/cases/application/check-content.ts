import { type FieldProblem, invalidInput } from '../../kernel/errors.ts';
import { parse } from '../../kernel/zod-problems.ts';
import type { Reference } from '../../reference/index.ts';
import { type CaseContent, validCaseContent } from '../domain/case-record.ts';

/**
 * The content with every default filled in and its region as a current code.
 * Errors: AppError `invalid-input` with every broken rule, those of the reference data included.
 */
export function checkContent(reference: Reference, input: unknown): CaseContent {
  const content = parse(validCaseContent, input);
  const region = reference.resolveRegion(content.region)?.region.code;
  const problems = referenceProblems(reference, content);
  if (problems.length > 0) throw invalidInput(problems);
  return { ...content, region: region ?? content.region };
}

function referenceProblems(reference: Reference, content: CaseContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (known: boolean, path: string, problem: string, value: string) => {
    if (!known) problems.push({ path, problem, params: { value } });
  };
  check(reference.resolveRegion(content.region) !== undefined, '/region', 'region.unknown', content.region);
  check(
    reference.category(content.category) !== undefined,
    '/category',
    'category.unknown',
    content.category,
  );
  if (reference.category(content.category) !== undefined)
    check(reference.isLeaf(content.category), '/category', 'category.not-a-leaf', content.category);
  const institution = (id: string | null | undefined, path: string) => {
    if (id) check(reference.institution(id) !== undefined, path, 'institution.unknown', id);
  };
  institution(content.owner, '/owner');
  institution(content.verified?.by, '/verified/by');
  for (const [i, id] of content.others.entries()) institution(id, `/others/${i}`);
  for (const [i, code] of content.seasons.entries())
    check(reference.season(code) !== undefined, `/seasons/${i}`, 'season.unknown', code);
  for (const [i, code] of content.problem.channels.entries())
    check(reference.channel(code) !== undefined, `/problem/channels/${i}`, 'channel.unknown', code);
  return problems;
}

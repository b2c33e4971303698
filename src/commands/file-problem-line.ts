import type { FileProblem } from '../cases/application/load-content.ts';
import { problemSentence } from '../platform/http/problem.ts';
import { fileProblemMessages } from './messages/file-problem-messages.ts';

/** What is wrong in a file of `content/` as one line in English: file, line and field, then what is wrong there. */
export function fileProblemLine({ file, line, path, ...rest }: FileProblem, kind = ''): string {
  const place = line === null ? file : `${file}:${line}`;
  const said = problemSentence('en', rest, fileProblemMessages.en);
  return `${place}: ${kind}${path || '(file)'}: ${said}`;
}

/** What parseArgs found wrong, as one line; its advice on arguments that begin with a hyphen fits none of ours. */
export function usageSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const first = (message.split('\n')[0] ?? '').replace(/\. To specify a positional argument .*$/, '');
  return first.endsWith('.') ? first : `${first}.`;
}

/** What to do about the failures that people meet at start, by the system's code. */
const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens there. Stop it, or choose another port: PORT=3001 npm start',
  EADDRNOTAVAIL: 'This machine does not have that address. Set HOST to one of its own, or leave it out.',
  EACCES:
    'This user may not use that file or folder. Give the user the right to it, or name another one (DATA_DIR, --content).',
  ENOSPC: 'The disk is full. Free some space and start again; nothing was lost.',
  ECONNREFUSED: 'The database of DATABASE_URL does not answer. Start it, or correct the address.',
  ENOTFOUND: 'The host of DATABASE_URL is not known. Correct the address.',
  '28P01': 'The database refuses the password of DATABASE_URL.',
  '3D000': 'The database of DATABASE_URL does not exist. Create it first.',
};

/** The same where listening failed, which one of several processes calls binding. */
const LISTENING: Readonly<Record<string, string>> = {
  EACCES: 'This user may not listen there. Choose a PORT above 1023.',
};

/** A failure at start in words that a person can act on; never a stack trace. */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const listening = 'syscall' in error && isListening(error.syscall) ? LISTENING[code] : undefined;
  const advice =
    listening ?? ADVICE[code] ?? (error.cause instanceof Error ? startFailure(error.cause) : undefined);
  return advice === undefined ? error.message : `${error.message}\n${advice}`;
}

function isListening(syscall: unknown): boolean {
  return syscall === 'listen' || syscall === 'bind';
}

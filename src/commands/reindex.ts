import process from 'node:process';
import type { NodeTools } from '../compose/node-tools.ts';

/** Builds the index of each node anew, one after the other, so that the others answer meanwhile. */
export async function reindex(nodes: readonly NodeTools[]): Promise<void> {
  for (const { name, rebuild } of nodes) {
    const begun = Date.now();
    let cases = 0;
    await rebuild((done) => {
      cases = done;
      tell(`${name}: ${done} cases`);
    });
    const seconds = ((Date.now() - begun) / 1_000).toFixed(1);
    tell('');
    console.log(`${name}: ${cases} cases in ${seconds} s, and in place`);
  }
}

function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
}

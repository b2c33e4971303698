import process from 'node:process';
import type { NodeTools } from '../compose/node-tools.ts';
import { eachNode } from './each-node.ts';

/**
 * Builds the index of each node anew, one after the other, so that the others answer meanwhile; the exit code is 1 where
 * one could not be built.
 */
export async function reindex(nodes: readonly Pick<NodeTools, 'name' | 'rebuild'>[]): Promise<void> {
  await eachNode(nodes, { failed: 'could not be built anew' }, async ({ name, rebuild }) => {
    const begun = Date.now();
    let cases = 0;
    try {
      await rebuild((done) => {
        cases = done;
        tell(`${name}: ${done} cases`);
      });
    } finally {
      tell('');
    }
    const seconds = ((Date.now() - begun) / 1_000).toFixed(1);
    console.log(`${name}: ${cases} cases in ${seconds} s, and in place`);
  });
}

function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
}

import process from 'node:process';
import type { NodeTools } from '../compose/node-tools.ts';
import type { Differences } from '../search/indexing/compare-node.ts';
import { eachNode } from './each-node.ts';

/** How long a node may take to catch up before a difference counts. */
const PATIENCE_MS = 10_000;

/** Compares each node with the database and prints what differs; the exit code is 1 where one still does at the end. */
export async function doctor(nodes: readonly NodeTools[], { repair }: { repair: boolean }): Promise<void> {
  await eachNode(nodes, { failed: 'could not be compared' }, async (node) => {
    if (!(await agrees(node, repair))) process.exitCode = 1;
  });
}

async function agrees(node: NodeTools, repair: boolean): Promise<boolean> {
  const found = await node.compare(PATIENCE_MS);
  print(node.name, found);
  const ids = idsOf(found);
  if (ids.length === 0) return true;
  if (!repair) return false;
  await node.repair(ids);
  const left = await node.compare(PATIENCE_MS);
  console.log(`${node.name}: repaired ${ids.length - idsOf(left).length} of ${ids.length}`);
  if (idsOf(left).length > 0) print(node.name, left);
  return idsOf(left).length === 0;
}

function print(name: string, { cases, ...found }: Differences & { cases: number }): void {
  const { missing, stale, surplus } = found;
  console.log(
    `${name}: ${cases} cases, ${missing.length} missing, ${stale.length} stale, ${surplus.length} surplus`,
  );
  for (const [kind, ids] of Object.entries(found)) for (const id of ids) console.log(`  ${kind} ${id}`);
}

function idsOf({ missing, stale, surplus }: Differences): string[] {
  return [...missing, ...stale, ...surplus];
}

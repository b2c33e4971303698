import process from 'node:process';

/**
 * Does the work for each node, one after the other. Where it fails for one, `tell` gets a line with its name and the
 * reason, the others have their turn all the same, and the exit code is 1.
 */
export async function eachNode<Node extends { readonly name: string }>(
  nodes: readonly Node[],
  { failed, tell = console.log }: { failed: string; tell?: (line: string) => void },
  work: (node: Node) => Promise<void>,
): Promise<void> {
  for (const node of nodes)
    try {
      await work(node);
    } catch (error) {
      tell(`${node.name}: ${failed}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
}

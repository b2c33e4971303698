import { describe, expect, it } from 'vitest';
import { readCommandLine, UsageError } from '../../../src/commands/command-line.ts';

const read = (line: string, env: Record<string, string> = {}) =>
  readCommandLine(line.split(' ').filter(Boolean), env);

describe('the command line of sheshim', () => {
  it('takes a command with its own options', () => {
    expect(read('doctor --repair --node http://10.0.0.5:7700 --content /x')).toEqual({
      command: 'doctor',
      repair: true,
      node: 'http://10.0.0.5:7700',
      content: '/x',
    });
    expect(read('load')).toMatchObject({ command: 'load', content: undefined });
    expect(read('load --help')).toMatchObject({ command: 'help' });
  });

  it.each([
    ['', 'Name a command.'],
    ['lode', 'There is no command lode.'],
    ['load extra args', 'load takes no arguments beside its options: leave out extra args.'],
    ['reindex http://a:1', 'reindex takes no arguments beside its options: leave out http://a:1.'],
    ['migrate --repair', 'migrate takes no options: leave out --repair.'],
    ['reindex --repair', 'reindex takes only --content, --node: leave out --repair.'],
    ['load --node http://a:1', 'load takes only --content: leave out --node.'],
    ['load --contents /x', "Unknown option '--contents'."],
    ['load --content', "Option '--content <value>' argument missing."],
    ['doctor --node 10.0.0.5', '--node takes the address of a node, as it stands in MEILI_URL.'],
  ])('refuses `%s` and says why', (line, told) => {
    expect(() => read(line)).toThrow(new UsageError(told));
  });

  it('says which options npm took away', () => {
    const env = { npm_lifecycle_event: 'sheshim', npm_config_repair: 'true', npm_config_node_gyp: '/x' };
    expect(() => read('doctor', env)).toThrow(
      'npm took --repair for itself. Put two hyphens before the command: npm run sheshim -- doctor --repair',
    );
    expect(() =>
      read('reindex http://a:1', { npm_lifecycle_event: 'sheshim', npm_config_node: 'true' }),
    ).toThrow('npm run sheshim -- reindex --node …');
  });
});

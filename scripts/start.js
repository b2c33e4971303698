// `npm start` and `npm run sheshim`: says clearly when Node is too old, compiles when the sources are newer than dist/, then runs it.
// Plain JavaScript of an older dialect on purpose: it must run on the Node that it refuses.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WANTED = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
// `serve` alone is the service, as for `npm start`; everything else is for the `sheshim` command to read.
const main = join(root, 'dist', process.argv.slice(2).join(' ') === 'serve' ? 'main.js' : 'cli.js');

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1]);
}

/** The newest change, in milliseconds, of the files that the build reads. */
function newestSource(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestSource(join(path, name))));
}

function needsBuild() {
  if (!existsSync(join(root, 'src'))) return false;
  if (!existsSync(main)) return true;
  const sources = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
  return Math.max(...sources.map((name) => newestSource(join(root, name)))) > statSync(main).mtimeMs;
}

if (isTooOld(process.versions.node)) {
  console.error(
    `Sheshim needs Node ${WANTED.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a newer Node (https://nodejs.org) and run the command again.',
  );
  process.exit(1);
}

if (needsBuild()) {
  console.error('Building (once after each change of the sources) …');
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.js')], {
    stdio: 'inherit',
    cwd: root,
  });
  if (built.status !== 0) {
    console.error('The build failed; nothing was started. Run `npm ci` and try again.');
    process.exit(1);
  }
}

await import(pathToFileURL(main).href);

/**
 * Runs a command only when its inputs changed since it last succeeded, so that an up-to-date build costs Maven nothing.
 *
 *   node build/when-changed.mjs --stamp FILE --output PATH INPUT... -- COMMAND ARG...
 *
 * The stamp holds a digest of every input file; a missing output counts as a change.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const separator = process.argv.indexOf('--', 2);
if (separator < 0) {
    fail('no command: put it after "--"');
}
const { values, positionals: inputs } = parseArgs({
    args: process.argv.slice(2, separator),
    options: { stamp: { type: 'string' }, output: { type: 'string' } },
    allowPositionals: true,
});
const [command, ...args] = process.argv.slice(separator + 1);
const { stamp, output } = values;
if (!stamp || !output || !command) {
    fail('needs --stamp FILE, --output PATH and a command');
}

const digest = digestOf(inputs);
if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    process.exit(0);
}
rmSync(stamp, { force: true });
const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
if (status !== 0) {
    fail(
        `"${[command, ...args].join(' ')}" ${error ? `cannot run: ${error.message}` : `ended with ${status ?? 'a signal'}`}`,
    );
}
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, digest);

/** @param {string[]} paths */
function digestOf(paths) {
    const hash = createHash('sha256');
    for (const file of paths.flatMap(filesOf)) {
        hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
    }
    return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
    if (!statSync(path).isDirectory()) {
        return [path];
    }
    return readdirSync(path)
        .sort()
        .flatMap((name) => filesOf(join(path, name)));
}

/** @param {string} message @returns {never} */
function fail(message) {
    console.error(`when-changed: ${message}`);
    process.exit(1);
}

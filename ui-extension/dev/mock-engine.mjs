/**
 * A stand-in for the engine while the page is developed: it answers docs/api.md from sample data and moves nothing. The
 * token is `mock-admin`, `mock-operator` or `mock-viewer`. It also serves the built page, as the engine's war does.
 *
 *   node dev/mock-engine.mjs [PORT]
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { MockMigration } from './mock-migration.mjs';
import { planFor } from './mock-plan.mjs';
import { MockWorld } from './mock-world.mjs';

const BASE = '/droveway/';
const PAGE = new URL('../target/classes/META-INF/resources/', import.meta.url);
const TYPES = new Map([
    ['.html', 'text/html'],
    ['.js', 'text/javascript'],
    ['.css', 'text/css'],
    ['.woff2', 'font/woff2'],
]);
const ROLES = new Map([
    ['Bearer mock-admin', 'admin'],
    ['Bearer mock-operator', 'operator'],
    ['Bearer mock-viewer', 'viewer'],
]);

const world = new MockWorld();
/** @type {Map<string, MockMigration>} */
const running = new Map();
let policyVersion = 1;

/** @typedef {{ status: number, body?: object, headers?: Record<string, string> }} Answer */
/** @type {[string, RegExp, (match: string[], body: any) => Answer][]} */
const CALLS = [
    [
        'GET',
        /^\/datacenters\/([^/]+)$/,
        () => ({ status: 200, body: world.datacenters[0] ?? {}, headers: { ETag: `"${policyVersion}"` } }),
    ],
    ['PUT', /^\/datacenters\/([^/]+)\/migration$/, (_match, body) => setPolicy(body.migration)],
    ['DELETE', /^\/datacenters\/([^/]+)\/migration$/, () => setPolicy(undefined)],
    [
        'PUT',
        /^\/clusters\/[^/]+\/networks\/([^/]+)\/roles\/([^/]+)$/,
        ([, network, role]) => setRole(network, role, true),
    ],
    [
        'DELETE',
        /^\/clusters\/[^/]+\/networks\/([^/]+)\/roles\/([^/]+)$/,
        ([, network, role]) => setRole(network, role, false),
    ],
    ['POST', /^\/migrations$/, (_match, body) => migrate(body)],
    ['GET', /^\/migrations\/([^/]+)$/, ([, id]) => one(world.migrations.find((migration) => migration.id === id))],
    ['POST', /^\/migrations\/([^/]+)\/cancel$/, ([, id]) => cancel(id ?? '')],
];

createServer((request, response) => {
    void serve(request, response);
}).listen(Number(process.argv[2] ?? 5174), '127.0.0.1', () => {
    console.log('mock engine: no VM moves here');
});

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function serve(request, response) {
    const path = new URL(request.url ?? '/', 'http://mock').pathname;
    if (!path.startsWith(`${BASE}api/v1`)) {
        return servePage(path, response);
    }
    const call = path.slice(`${BASE}api/v1`.length);
    const role = ROLES.get(request.headers.authorization ?? '');
    if (role === undefined) {
        return send(response, problem(401, 'The token is not known.'));
    }
    if (call === '/whoami') {
        return send(response, { status: 200, body: { role, permissions: [], tokenId: 'mock' } });
    }
    if (call === '/events') {
        return serveEvents(response);
    }
    let text = '';
    for await (const chunk of request) {
        text += chunk;
    }
    for (const [method, pattern, handle] of CALLS) {
        const match = pattern.exec(call);
        if (match && method === request.method) {
            return send(response, handle(match, text === '' ? undefined : JSON.parse(text)));
        }
    }
    return send(response, problem(404, `${request.method} ${call} does not exist.`));
}

/** @param {string} path @param {import('node:http').ServerResponse} response */
async function servePage(path, response) {
    const file = path === BASE ? 'index.html' : path.slice(BASE.length);
    try {
        const content = await readFile(new URL(file, PAGE));
        response
            .writeHead(200, { 'Content-Type': TYPES.get(extname(file)) ?? 'application/octet-stream' })
            .end(content);
    } catch {
        response.writeHead(404).end();
    }
}

/** @param {import('node:http').ServerResponse} response */
function serveEvents(response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    let id = 0;
    const write = (/** @type {string} */ event, /** @type {object} */ data) =>
        response.write(`id: ${++id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    world.everything().forEach(({ kind, value }) => write(kind, value));
    write('ready', {});
    const stop = world.listen(({ kind, value }) => write(kind, value));
    const beat = setInterval(() => response.write(': still here\n\n'), 15_000);
    response.on('close', () => {
        stop();
        clearInterval(beat);
    });
}

/** @param {string | undefined} text @returns {Answer} */
function setPolicy(text) {
    const parsed =
        text === undefined ? undefined : /^(secure|insecure)(?:,network=(\d+\.\d+\.\d+\.0\/24))?$/.exec(text);
    const [dataCenter] = world.datacenters;
    if (parsed === null || dataCenter === undefined) {
        return problem(
            400,
            `migration: “${text}”: found a policy that cannot be read, needed secure or insecure, then ,network=CIDR.`,
        );
    }
    policyVersion += 1;
    const { name, clusters } = dataCenter;
    const migrationType = parsed?.[1] === 'insecure' ? 'insecure' : 'secure';
    const policy = text === undefined ? {} : { migration: text, migrationType };
    const network = parsed?.[2] ? { migrationNetwork: parsed[2] } : {};
    return one(
        world.put('datacenter', world.datacenters, /** @type {any} */ ({ name, clusters, ...policy, ...network })),
    );
}

/** @param {string | undefined} network @param {string | undefined} role @param {boolean} granted @returns {Answer} */
function setRole(network = '', role = '', granted) {
    world.setRole(network, role, granted);
    return one(world.networks.find(({ name }) => name === network));
}

/** @param {any} request @returns {Answer} */
function migrate(request) {
    const planned = planFor(world, request);
    if (!planned) {
        return problem(404, `There is no VM ${request.vm}.`);
    }
    const { plan, refusals } = planned;
    if (refusals.length > 0) {
        return problem(409, `The migration of ${plan.vm} is refused for ${refusals.length} reason(s).`, {
            refusals,
            plan,
        });
    }
    if (request.dryRun) {
        return { status: 200, body: plan };
    }
    const id = randomUUID();
    running.set(id, new MockMigration(world, id, planned, request.bandwidthMiBs ?? 128));
    return { status: 202, body: { id } };
}

/** @param {string} id @returns {Answer} */
function cancel(id) {
    const migration = running.get(id)?.cancel();
    return migration ? { status: 202, body: migration } : problem(404, `There is no migration ${id}.`);
}

/** @param {object | undefined} body @returns {Answer} */
function one(body) {
    return body ? { status: 200, body } : problem(404, 'There is no such object.');
}

/** @param {number} status @param {string} detail @param {object} [more] @returns {Answer} */
function problem(status, detail, more = {}) {
    return {
        status,
        body: { type: 'about:blank', title: 'Refused', status, detail, ...more },
        headers: { 'Content-Type': 'application/problem+json' },
    };
}

/** @param {import('node:http').ServerResponse} response @param {Answer} answer */
function send(response, { status, body, headers = {} }) {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

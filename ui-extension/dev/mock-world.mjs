/** The sample inventory as a mock engine keeps it: changes go to whoever listens. */
import { readFileSync } from 'node:fs';

/** @typedef {Record<string, unknown> & { name: string }} Named */
/** @typedef {import('../src/api/types').Vm} Vm */
/** @typedef {import('../src/api/types').Host} Host */
/** @typedef {import('../src/api/migration').Migration} Migration */
/** @typedef {{ kind: string, value: object }} Change */

export class MockWorld {
    /** @type {Set<(change: Change) => void>} */
    #listeners = new Set();

    constructor() {
        const sample = JSON.parse(readFileSync(new URL('sample/inventory.json', import.meta.url), 'utf8'));
        /** @type {import('../src/api/types').DataCenter[]} */
        this.datacenters = sample.datacenters;
        /** @type {import('../src/api/types').Cluster[]} */
        this.clusters = sample.clusters;
        /** @type {import('../src/api/types').Network[]} */
        this.networks = sample.networks;
        /** @type {Host[]} */
        this.hosts = sample.hosts;
        /** @type {Vm[]} */
        this.vms = sample.vms;
        /** @type {Migration[]} */
        this.migrations = [];
    }

    /** @returns {Change[]} */
    everything() {
        return [
            ...this.datacenters.map((value) => ({ kind: 'datacenter', value })),
            ...this.clusters.map((value) => ({ kind: 'cluster', value })),
            ...this.networks.map((value) => ({ kind: 'network', value })),
            ...this.hosts.map((value) => ({ kind: 'host', value })),
            ...this.vms.map((value) => ({ kind: 'vm', value })),
            ...this.migrations.map((value) => ({ kind: 'migration', value })),
        ];
    }

    /** @param {(change: Change) => void} listener */
    listen(listener) {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    /**
     * Puts the changed object in the place of the one with the same name or id, or in front.
     *
     * @template {object} T
     * @param {string} kind
     * @param {T[]} list
     * @param {T} value
     */
    put(kind, list, value) {
        const index = list.findIndex((other) => keyOf(other) === keyOf(value));
        if (index < 0) {
            list.unshift(value);
        } else {
            list[index] = value;
        }
        this.#listeners.forEach((listener) => listener({ kind, value }));
        return value;
    }

    /** @param {string} network @param {string} role @param {boolean} granted */
    setRole(network, role, granted) {
        const change = (/** @type {any} */ attached) => {
            const others = attached.roles.filter((/** @type {string} */ r) => r !== role);
            const has = granted && attached.name === network;
            return { ...attached, roles: has ? [...others, role] : others };
        };
        for (const cluster of this.clusters) {
            this.put('cluster', this.clusters, { ...cluster, networks: cluster.networks.map(change) });
        }
        this.networks.map(change).forEach((value) => this.put('network', this.networks, value));
    }
}

/** @param {object} value */
function keyOf(value) {
    return 'id' in value ? value.id : 'name' in value ? value.name : undefined;
}

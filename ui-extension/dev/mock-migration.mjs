/** A migration that goes through its states by the clock, for development of the page only. */

/** @typedef {import('../src/api/migration').Migration} Migration */
/** @typedef {import('../src/api/migration').MigrationState} State */

const MIB = 2 ** 20;
const TICK_MS = 100;

export class MockMigration {
    /** @param {import('./mock-world.mjs').MockWorld} world @param {string} id @param {any} planned @param {number} mibPerSecond */
    constructor(world, id, { vm, plan }, mibPerSecond) {
        this.world = world;
        this.vm = vm;
        this.mibPerSecond = mibPerSecond;
        this.startedMs = Date.now();
        /** @type {Migration} */
        this.migration = {
            id,
            vm: vm.name,
            vmId: vm.id,
            from: vm.host,
            to: plan.to,
            cluster: vm.cluster,
            state: 'REQUESTED',
            vmHost: vm.host,
            type: plan.type,
            transport: 'direct',
            network: plan.network,
            managementNetwork: plan.managementNetwork,
            requestedBy: 'admin',
            requestedAt: new Date().toISOString(),
            plan,
            steps: [],
            verdictReasons: [],
            refusals: [],
        };
        this.step('REQUESTED');
        this.world.put('vm', this.world.vms, { ...vm, migration: id });
        this.follow(['QUEUED', 'PLANNED', 'NEGOTIATED', 'PINHOLE_OPEN', 'COPYING']);
    }

    /** @param {State[]} states */
    follow([state, ...others]) {
        if (state === undefined) {
            this.timer = setInterval(() => this.copy(), TICK_MS);
            return;
        }
        this.timer = setTimeout(() => {
            this.step(state, state === 'NEGOTIATED' ? `${this.migration.to} accepts, port 61007` : undefined);
            this.follow(others);
        }, 120);
    }

    copy() {
        const totalBytes = this.vm.memoryMiB * MIB;
        const before = this.migration.progress?.processedBytes ?? 0;
        const processedBytes = Math.min(totalBytes, before + (this.mibPerSecond * MIB * TICK_MS) / 1000);
        this.change({
            progress: {
                elapsedMs: Date.now() - this.startedMs,
                totalBytes,
                processedBytes,
                remainingBytes: totalBytes - processedBytes,
                bytesPerSecond: this.mibPerSecond * MIB,
                iteration: 1,
            },
        });
        if (processedBytes === totalBytes) {
            clearInterval(this.timer);
            this.step('SWITCHOVER');
            this.step('CLOSING', 'pinhole removed');
            this.change({ ...seen(this.migration), vmHost: this.migration.to, endedAt: new Date().toISOString() });
            this.world.put('vm', this.world.vms, { ...this.vm, host: this.migration.to });
            this.step('COMPLETED');
        }
    }

    cancel() {
        clearInterval(this.timer);
        this.step('CANCELLING');
        this.timer = setTimeout(() => {
            this.step('CLOSING');
            this.change({
                endedAt: new Date().toISOString(),
                verdict: 'unknown',
                verdictReasons: ['the stream was cut before it was seen'],
            });
            this.world.put('vm', this.world.vms, this.vm);
            this.step('CANCELLED', `${this.vm.name} runs on ${this.vm.host}`);
        }, 300);
        return this.migration;
    }

    /** @param {State} state @param {string} [detail] */
    step(state, detail) {
        const step = { state, at: new Date().toISOString(), ...(detail ? { detail } : {}) };
        this.change({ state, steps: [...this.migration.steps, step] });
    }

    /** @param {Partial<Migration>} changes */
    change(changes) {
        this.migration = { ...this.migration, ...changes };
        this.world.put('migration', this.world.migrations, this.migration);
    }
}

/** @param {Migration} migration @returns {Partial<Migration>} */
function seen({ from, to, type, plan }) {
    const at = (/** @type {number} */ ms) => new Date(Date.now() + ms).toISOString();
    const source = plan?.sourceAddress ?? '';
    const destination = plan?.destinationAddress ?? '';
    const memoryStream = type === 'secure' ? 'tls' : 'plain';
    const pinhole = {
        source,
        destination,
        port: 61007,
        openedAt: at(-3000),
        shutForNewAt: at(-2500),
        removedAt: at(-20),
    };
    return {
        verdict: 'conforms',
        verdictReasons: [
            `the stream ran from ${source} to ${destination} on mig0, as planned`,
            `the stream was ${memoryStream}, the policy asks for ${type}`,
        ],
        observed: [
            {
                host: from,
                connections: [
                    {
                        localAddress: source,
                        localPort: 40122,
                        remoteAddress: destination,
                        remotePort: 61007,
                        nic: 'mig0',
                    },
                ],
                traffic: [
                    { nic: 'mgmt0', receivedBytes: 41_233, sentBytes: 60_121 },
                    { nic: 'mig0', receivedBytes: 1_204_331, sentBytes: 537_919_488 },
                ],
                memoryStream,
                tlsCredentials: type === 'secure',
                pinholes: [],
                suspendedAt: at(-110),
                migrateCallMs: 4120,
                libvirtDowntimeMs: 38,
            },
            {
                host: to,
                connections: [
                    {
                        localAddress: destination,
                        localPort: 61007,
                        remoteAddress: source,
                        remotePort: 40122,
                        nic: 'mig0',
                    },
                ],
                traffic: [
                    { nic: 'mgmt0', receivedBytes: 58_003, sentBytes: 39_871 },
                    { nic: 'mig0', receivedBytes: 537_921_004, sentBytes: 1_203_998 },
                ],
                memoryStream,
                tlsCredentials: type === 'secure',
                pinholes: [{ ...pinhole, packetsAccepted: 2, refused: 1432 }],
                resumedAt: at(-62),
            },
        ],
    };
}

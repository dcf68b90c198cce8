/** Plans and refusals that look like the engine's, for development of the page only. */

/** @typedef {import('../src/api/migration').MigrationRequest} Request */
/** @typedef {import('../src/api/types').Refusal} Refusal */
/** @typedef {import('../src/api/types').Host} Host */

/** @param {string} code @param {string} object @param {string} found @param {string} needed @param {string} remedy */
const refusal = (code, object, found, needed, remedy) => ({ code, object, found, needed, remedy });

/**
 * @param {import('./mock-world.mjs').MockWorld} world
 * @param {Request} request
 */
export function planFor(world, request) {
    const vm = world.vms.find(({ id, name }) => id === request.vm || name === request.vm);
    if (!vm) {
        return undefined;
    }
    const role = world.networks.find((network) => network.roles.includes('migration'));
    const network = request.network ? world.networks.find(({ name }) => name === request.network) : role;
    const type = request.type ?? world.datacenters[0]?.migrationType ?? 'secure';
    const candidates = world.hosts
        .filter(({ name }) => name !== vm.host)
        .map((host) => candidate(host, network?.cidr ?? 'none', request));
    const to = request.host ?? candidates.find(({ accepted }) => accepted)?.host ?? '';
    const refusals = candidates.filter(({ host }) => host === to || to === '').flatMap((left) => left.refusals);
    if (!network) {
        refusals.push(
            refusal(
                'NO_MIGRATION_NETWORK',
                `cluster ${vm.cluster}`,
                'no network with the migration role, no CIDR in the policy',
                'a network for migrations',
                `drovectl network role grant ${vm.cluster} NET migration`,
            ),
        );
    }
    const address = (/** @type {string} */ host) => `10.62.0.1${host.slice(1)}`;
    const plan = {
        vm: vm.name,
        vmId: vm.id,
        from: vm.host,
        to,
        network: network?.name ?? '',
        cidr: network?.cidr ?? '',
        type,
        transport: 'direct',
        managementNetwork: network?.name === 'management',
        sourceAddress: address(vm.host),
        destinationAddress: address(to),
        sourceNic: 'mig0',
        destinationNic: 'mig0',
        mtu: 1500,
        ports: 1,
        policyVersion: 3,
        parameters: { tlsDestination: to },
        decisions: [
            { subject: 'security', value: type, reason: 'data center lab asks for it and nothing asks for more' },
            { subject: 'network', value: network?.name ?? 'none', reason: 'it has the migration role in cluster lab' },
            {
                subject: 'destination',
                value: to,
                reason: request.host ? 'asked for' : 'the most free memory of 1 possible host',
            },
            {
                subject: 'path',
                value: `${address(vm.host)} → ${address(to)}`,
                reason: `the only usable addresses inside ${network?.cidr}`,
            },
            { subject: 'ports', value: '1', reason: 'memory only: the disk is on storage that both hosts see' },
        ],
        candidates,
        libvirtCall: callFor(vm.name, vm.id, to, type, address(to)),
    };
    return { vm, plan, refusals };
}

/** @param {Host} host @param {string} cidr @param {Request} request */
function candidate(host, cidr, request) {
    /** @type {Refusal[]} */
    const refusals = [];
    if (host.migrationAddress === undefined) {
        refusals.push(
            refusal(
                'HOST_WITHOUT_ADDRESS',
                `host ${host.name}`,
                'no address',
                `one usable address inside ${cidr}`,
                `give ${host.name} an address inside ${cidr}`,
            ),
            refusal(
                'NOT_ENOUGH_MEMORY',
                `host ${host.name}`,
                '310 MiB free',
                '512 MiB free',
                'move another VM away first',
            ),
        );
    }
    if (request.host && request.host !== host.name) {
        refusals.push(
            refusal('SAME_HOST', `host ${host.name}`, host.name, request.host, `leave the destination to the filters`),
        );
    }
    const accepted = refusals.length === 0;
    return { host: host.name, accepted, ...(accepted ? { weight: 0.84 } : {}), refusals };
}

/** @param {string} vm @param {string} id @param {string} to @param {string} type @param {string} address */
function callFor(vm, id, to, type, address) {
    const flags = [
        'VIR_MIGRATE_LIVE',
        'VIR_MIGRATE_PEER2PEER',
        'VIR_MIGRATE_PAUSED',
        ...(type === 'secure' ? ['VIR_MIGRATE_TLS'] : []),
    ];
    return [
        `virDomainMigrateToURI3(domain ${vm} ${id},`,
        `  dconnuri=qemu+unix:///system?socket=/run/droveway/relay-${id.slice(-4)}.sock,`,
        `  migrate_uri=tcp://${address}:PORT, listen_address=${address},`,
        `  ${type === 'secure' ? `tls.destination=${to}, ` : ''}flags=${flags.join('|')})`,
    ].join('\n');
}

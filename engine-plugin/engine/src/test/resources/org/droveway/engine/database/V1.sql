insert into data_center (name, migration, migration_type, migration_network, policy_version)
    values ('old', 'secure,network=10.62.0.0/24', 'SECURE', '10.62.0.0/24', 7);
insert into cluster (name, data_center) values ('old', 'old');
insert into network (name, cidr, mtu) values ('old', '10.62.0.0/24', 9000);
insert into cluster_network (cluster, network, required) values ('old', 'old', true);
insert into cluster_network_role (cluster, network, role, migration_of) values ('old', 'old', 'MIGRATION', 'old');
insert into host (name, cluster, identity, mode, enrolled_at)
    values ('old1', 'old', '00000000-0000-0000-0000-000000000001', 'ENFORCE', timestamp '2026-01-02 03:04:05');
insert into host_pin (host, network, address) values ('old1', 'old', '10.62.0.11');
insert into api_token (id, hash, role, cluster, created_at)
    values ('00000000-0000-0000-0000-000000000002', 'hash', 'ENROLMENT', 'old', timestamp '2026-01-02 03:04:05');
insert into migration (id, vm, vm_id, source, destination, cluster, state, vm_host, requested_by, requested_at,
        permit_expires_at, plan, steps, observed, refusals, running_vm)
    values ('00000000-0000-0000-0000-000000000003', 'vm1', '00000000-0000-0000-0000-000000000004', 'old1', 'old2', 'old',
        'COPYING', 'old1', 'alice', timestamp '2026-01-02 03:04:05', timestamp '2026-01-02 03:09:05',
        '{"network":"old","sourceAddress":"10.62.0.11","destinationAddress":"10.62.0.12"}', '[]', '[]', '[]',
        '00000000-0000-0000-0000-000000000004');
insert into event_cursor (host, sequence) values ('old1', 42);

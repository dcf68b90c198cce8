insert into data_center (name, migration, migration_type, migration_network, policy_version)
    values ('old', 'secure,network=10.62.0.0/24', 'SECURE', '10.62.0.0/24', 7);
insert into cluster (name, data_center) values ('old', 'old');
insert into network (name, cidr, mtu) values ('old', '10.62.0.0/24', 9000);
insert into network (name, cidr, mtu) values ('spare', '2001:db8:62::/64', 1500);
insert into cluster_network (cluster, network, required) values ('old', 'old', true);
insert into cluster_network (cluster, network, required) values ('old', 'spare', false);
insert into cluster_network_role (cluster, network, role, migration_of) values ('old', 'old', 'MIGRATION', 'old');
insert into cluster_network_role (cluster, network, role) values ('old', 'spare', 'VM');
insert into host (name, cluster, identity, mode, enrolled_at, last_seen, report)
    values ('old1', 'old', '00000000-0000-0000-0000-000000000001', 'ENFORCE', timestamp '2026-01-02 03:04:05',
        timestamp '2026-01-02 03:04:06.123456', '{"host":"old1","at":"2026-01-02T03:04:06Z","mode":"enforce","firewall":"shut","portPool":"61000-61049",
"managementAddress":"10.61.0.11","peerPort":8551,"agentVersion":"0.1.0","libvirtVersion":"9.0.0","qemuVersion":"7.2.0",
"memoryTotalMiB":16384,"memoryFreeMiB":8192,"cpus":4,"nics":[{"name":"mig0","up":true,"mtu":9000,"addresses":[{"address":"10.62.0.11",
"prefix":24,"scope":"global","temporary":false,"deprecated":false,"tentative":false,"failed":false}]}],
"vms":[{"id":"00000000-0000-0000-0000-000000000004","name":"vm1","state":"running","memoryMiB":512,"vcpus":1,
"disks":[{"target":"vda","source":"/dev/loop0","shared":true}]}],"certificates":[]}');
insert into host (name, cluster, identity, mode, enrolled_at)
    values ('old2', 'old', '00000000-0000-0000-0000-000000000008', 'OBSERVE', timestamp '2026-01-02 03:04:05');
insert into host_pin (host, network, address) values ('old1', 'old', '10.62.0.11');
insert into api_token (id, hash, role, cluster, created_at)
    values ('00000000-0000-0000-0000-000000000002', 'hash', 'ENROLMENT', 'old', timestamp '2026-01-02 03:04:05');
insert into migration (id, vm, vm_id, source, destination, cluster, state, vm_host, requested_by, requested_at,
        permit_expires_at, plan, steps, observed, refusals, running_vm)
    values ('00000000-0000-0000-0000-000000000003', 'vm1', '00000000-0000-0000-0000-000000000004', 'old1', 'old2', 'old',
        'COPYING', 'old1', 'alice', timestamp '2026-01-02 03:04:05', timestamp '2026-01-02 03:09:05',
        '{"vm":"vm1","vmId":"00000000-0000-0000-0000-000000000004","from":"old1","to":"old2","network":"old",
"cidr":"10.62.0.0/24","type":"secure","transport":"direct","managementNetwork":false,"sourceAddress":"10.62.0.11",
"destinationAddress":"10.62.0.12","sourceNic":"mig0","destinationNic":"mig0","mtu":9000,"ports":1,"policyVersion":7,
"parameters":{"tlsDestination":"old2"},"decisions":[{"subject":"security","value":"secure","reason":"data center old says secure"}],
"candidates":[{"host":"old2","accepted":true,"weight":7680,"refusals":[]}]}',
        '[{"state":"REQUESTED","at":"2026-01-02T03:04:05Z"},{"state":"PLANNED","at":"2026-01-02T03:04:05Z"},
{"state":"COPYING","at":"2026-01-02T03:04:06Z"}]', '[]', '[]',
        '00000000-0000-0000-0000-000000000004');
insert into migration (id, vm, vm_id, source, destination, cluster, state, vm_host, requested_by, requested_at, ended_at,
        permit_expires_at, plan, steps, observed, refusals, verdict, verdict_reasons)
    values ('00000000-0000-0000-0000-000000000006', 'vm1', '00000000-0000-0000-0000-000000000004', 'old2', 'old1', 'old',
        'COMPLETED', 'old1', 'alice', timestamp '2026-01-02 02:04:05', timestamp '2026-01-02 02:04:09',
        timestamp '2026-01-02 02:09:05', '{"vm":"vm1","vmId":"00000000-0000-0000-0000-000000000004","from":"old2","to":"old1","network":"old",
"cidr":"10.62.0.0/24","type":"secure","transport":"direct","managementNetwork":false,"sourceAddress":"10.62.0.12",
"destinationAddress":"10.62.0.11","sourceNic":"mig0","destinationNic":"mig0","mtu":9000,"ports":1,"policyVersion":7,
"parameters":{"bandwidthMiBs":100,"maxDowntimeMs":300,"tlsDestination":"old1"},"decisions":[],"candidates":[],
"libvirtCall":"the call"}',
        '[{"state":"REQUESTED","at":"2026-01-02T03:04:05Z"},{"state":"PLANNED","at":"2026-01-02T03:04:05Z"},
{"state":"COMPLETED","at":"2026-01-02T03:04:06Z"}]',
        '[{"host":"old2","connections":[{"localAddress":"10.62.0.12","localPort":40000,"remoteAddress":"10.62.0.11",
"remotePort":61000,"nic":"mig0","sentBytes":590000000,"receivedBytes":900000}],"traffic":[{"nic":"mig0","receivedBytes":1000000,
"sentBytes":600000000}],"memoryStream":"tls","tlsCredentials":true,"pinholes":[],"suspendedAt":"2026-01-02T02:04:08Z",
"migrateCallMs":3000,"libvirtDowntimeMs":80},{"host":"old1","connections":[],"traffic":[],"memoryStream":"unknown",
"pinholes":[{"source":"10.62.0.12","destination":"10.62.0.11","port":61000,"openedAt":"2026-01-02T02:04:05Z",
"shutForNewAt":"2026-01-02T02:04:06Z","removedAt":"2026-01-02T02:04:09Z","packetsAccepted":2,"refused":17}]}]', '[]', 'CONFORMS', '["as planned"]');
insert into migration (id, vm, vm_id, source, destination, cluster, state, vm_host, requested_by, requested_at, ended_at,
        permit_expires_at, plan, steps, observed, refusals, error)
    values ('00000000-0000-0000-0000-000000000007', 'vm2', '00000000-0000-0000-0000-000000000009', 'old1', 'old2', 'old',
        'FAILED', 'old1', 'operator (token 5f2c1a90)', timestamp '2026-01-02 01:04:05', timestamp '2026-01-02 01:04:09',
        timestamp '2026-01-02 01:09:05', '{"vm":"vm2","vmId":"00000000-0000-0000-0000-000000000009","from":"old1","to":"old2","network":"old",
"cidr":"10.62.0.0/24","type":"insecure","transport":"direct","managementNetwork":false,"sourceAddress":"10.62.0.11",
"destinationAddress":"10.62.0.12","sourceNic":"mig0","destinationNic":"mig0","mtu":9000,"ports":1,"policyVersion":6,
"parameters":{},"decisions":[],"candidates":[]}',
        '[{"state":"REQUESTED","at":"2026-01-02T03:04:05Z"},{"state":"PLANNED","at":"2026-01-02T03:04:05Z"},
{"state":"FAILED","at":"2026-01-02T03:04:06Z"}]', '[]',
        '[{"code":"NO_FREE_PORT","object":"host old2","found":"none","needed":"one","remedy":"wait"}]', 'the data network was cut');
insert into event_cursor (host, sequence) values ('old1', 42);

-- refused: policy_is_whole
update data_center set migration_type = null where name = 'old';
-- refused: one_migration_network_per_cluster
insert into cluster_network_role (cluster, network, role, migration_of) values ('old', 'spare', 'MIGRATION', 'old');
-- refused: migration_of_names_the_cluster
insert into cluster_network_role (cluster, network, role) values ('old', 'spare', 'MIGRATION');
-- refused: migration_of_names_the_cluster
insert into cluster_network_role (cluster, network, role, migration_of) values ('old', 'spare', 'MANAGEMENT', 'old');
-- refused: one_running_migration_per_vm
update migration set state = 'PLANNED', running_vm = vm_id, ended_at = null
    where id = '00000000-0000-0000-0000-000000000006';
-- refused: running_until_the_end
update migration set running_vm = null where state = 'COPYING';
-- refused: running_until_the_end
update migration set state = 'COMPLETED' where state = 'COPYING';
-- refused: nothing_runs_without_a_plan
update migration set plan = null where state = 'COPYING';
-- refused: nothing_runs_without_a_plan
update migration set plan = null where state = 'COMPLETED';
-- refused:
update network set mtu = 575 where name = 'old';
-- refused:
delete from network where name = 'old';
-- refused:
delete from cluster where name = 'old';
-- refused:
delete from data_center where name = 'old';
-- refused:
update host set identity = '00000000-0000-0000-0000-000000000001' where name = 'old2';
-- refused:
insert into host_pin (host, network, address) values ('old1', 'old', '10.62.0.12');

insert into policy_statement (scope, subject, data_center, bandwidth_mibs, parallel_connections, max_downtime_ms, post_copy,
        fast_handover, allow_management_network, transports, version, set_by, reason, weakening)
    values ('DATA_CENTER', 'old', 'old', 1000, 4, 300, false, true, false, 'DIRECT', 3, 'alice (admin)', 'by contract', false);
insert into policy_statement (scope, subject, cluster, security, version, set_by, weakening)
    values ('CLUSTER', 'old', 'old', 'SECURE', 1, 'alice (admin)', false);
insert into policy_statement (scope, subject, security, version, set_by, reason, weakening)
    values ('VM', '00000000-0000-0000-0000-000000000004', 'INSECURE', 2, 'bob (operator)', 'tests', true);

-- refused: statement_goes_with_its_scope
update policy_statement set data_center = null where scope = 'DATA_CENTER';
-- refused: statement_goes_with_its_scope
update policy_statement set cluster = 'old' where scope = 'VM';
-- refused: security_of_a_data_center_is_its_policys
update policy_statement set security = 'SECURE' where scope = 'DATA_CENTER';
-- refused: weakening_is_of_a_vm_and_has_a_reason
update policy_statement set reason = null where scope = 'VM';
-- refused: weakening_is_of_a_vm_and_has_a_reason
update policy_statement set security = 'INSECURE', reason = 'tests', weakening = true where scope = 'CLUSTER';
-- refused:
update policy_statement set bandwidth_mibs = 0 where scope = 'VM';
-- refused:
update policy_statement set parallel_connections = 256 where scope = 'VM';
-- refused:
update policy_statement set max_downtime_ms = 2000001 where scope = 'VM';

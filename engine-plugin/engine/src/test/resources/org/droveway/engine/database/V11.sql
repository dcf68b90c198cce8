insert into policy_statement (scope, subject, convergence, compression, version, set_by, weakening)
    values ('VM', '00000000-0000-0000-0000-000000000011', 'THROTTLE', 'XBZRLE', 2, 'alice', false);
insert into host (name, cluster, identity, mode, enrolled_at, capabilities)
    values ('old11', 'old', '00000000-0000-0000-0000-000000000011', 'ENFORCE', timestamp '2026-01-02 03:04:05',
        '["direct","nonce-proof"]');
-- refused: convergence_is_a_known_one
update policy_statement set convergence = 'HOPE';
-- refused: compression_is_a_known_one
update policy_statement set compression = 'MT';

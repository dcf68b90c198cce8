insert into local_user (name, role, migration_override, password, created_at)
    values ('bob', 'OPERATOR', true, '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA', timestamp '2026-01-02 03:04:05');
insert into api_token (id, hash, name, role, migration_override, local_user, created_at, expires_at)
    values ('00000000-0000-0000-0000-00000000000a', 'hash3', 'bob', 'OPERATOR', true, 'bob', timestamp '2026-01-02 03:04:05',
        timestamp '2026-01-02 04:04:05');
insert into api_token (id, hash, role, migration_override, created_at)
    values ('00000000-0000-0000-0000-00000000000b', 'hash4', 'VIEWER', false, timestamp '2026-01-02 03:04:05');

-- refused: user_role_is_known
update local_user set role = 'ENROLMENT', migration_override = false where name = 'bob';
-- refused: user_override_is_an_operators
update local_user set role = 'VIEWER' where name = 'bob';
-- refused: token_hash_is_unique
update api_token set hash = 'hash2' where name = 'bob';
-- refused: token_role_is_known
update api_token set role = 'ROOT' where hash = 'hash4';
-- refused: token_override_is_an_operators
update api_token set migration_override = true where hash = 'hash4';
-- refused: token_cluster_exists
update api_token set cluster = 'nowhere' where role = 'ENROLMENT';
-- refused: token_user_exists
update api_token set local_user = 'nobody' where name = 'bob';
-- refused: token_of_enrolment_is_for_a_cluster
update api_token set cluster = null where role = 'ENROLMENT';
-- refused: token_of_enrolment_is_for_a_cluster
update api_token set cluster = 'old' where hash = 'hash4';
-- refused: token_of_a_user_expires
update api_token set expires_at = null where name = 'bob';

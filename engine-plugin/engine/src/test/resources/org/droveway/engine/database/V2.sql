insert into api_token (id, hash, role, created_at, expires_at, name)
    values ('00000000-0000-0000-0000-000000000005', 'hash2', 'ADMIN', timestamp '2026-01-02 03:04:05',
        timestamp '2027-01-02 03:04:05', 'alice');

-- refused:
update api_token set id = '00000000-0000-0000-0000-000000000002' where name = 'alice';

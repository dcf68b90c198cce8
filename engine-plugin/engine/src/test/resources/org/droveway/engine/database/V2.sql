insert into api_token (id, hash, role, created_at, name)
    values ('00000000-0000-0000-0000-000000000005', 'hash2', 'ADMIN', timestamp '2026-01-02 03:04:05', 'alice');

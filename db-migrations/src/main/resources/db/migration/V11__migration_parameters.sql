-- More that a scope can say, and what each host's agent can do, as it last said when it connected.
alter table policy_statement add column convergence varchar(16)
    check (convergence in ('KEEP_ON', 'THROTTLE', 'POST_COPY', 'CANCEL'));
alter table policy_statement add column compression varchar(16)
    check (compression in ('NONE', 'XBZRLE', 'ZSTD', 'ZLIB'));
alter table host add column capabilities varchar(1000000);

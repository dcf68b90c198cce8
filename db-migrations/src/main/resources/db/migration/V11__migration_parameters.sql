-- More that a scope can say, and what each host's agent can do, as it last said when it connected.
alter table policy_statement add column convergence varchar(16);
alter table policy_statement add constraint convergence_is_a_known_one check (
    convergence in ('KEEP_ON', 'THROTTLE', 'POST_COPY', 'CANCEL'));
alter table policy_statement add column compression varchar(16);
alter table policy_statement add constraint compression_is_a_known_one check (
    compression in ('NONE', 'XBZRLE', 'ZSTD', 'ZLIB'));
alter table host add column capabilities varchar(1000000);

-- Who did what. Each entry names the hash of the one before and nobody else does, so the rows are one chain, and only the
-- last one could be removed. Entry 0 is no entry: it is what the first one continues, and the lock of whoever adds one.
create table audit_entry (
    sequence bigint primary key,
    recorded_at timestamp(6) with time zone not null,
    who varchar(255) not null,
    address varchar(255),
    request varchar(2000),
    action varchar(16) not null,
    object varchar(2000) not null,
    before_text varchar(1000000),
    after_text varchar(1000000),
    outcome varchar(16) not null,
    reason varchar(10000),
    previous varchar(64),
    hash varchar(64) not null,
    constraint audit_hash_is_unique unique (hash),
    constraint audit_is_one_chain unique (previous),
    constraint audit_continues_an_entry foreign key (previous) references audit_entry (hash),
    constraint audit_has_one_beginning check ((sequence = 0) = (previous is null)),
    constraint audit_action_is_known check (action in ('CREATE', 'CHANGE', 'REMOVE', 'REQUEST')),
    constraint audit_outcome_is_known check (outcome in ('DONE', 'REFUSED', 'FAILED'))
);

create index audit_by_time on audit_entry (recorded_at);

insert into audit_entry (sequence, recorded_at, who, action, object, outcome, hash) values
    (0, timestamp with time zone '1970-01-01 00:00:00+00:00', 'engine', 'CREATE', 'audit', 'DONE',
     '0000000000000000000000000000000000000000000000000000000000000000');

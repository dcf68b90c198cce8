-- What was last found about the way from one host to another. Reports may come late: a host that was removed meanwhile is no error.
create table path (
    source varchar(63) not null,
    destination varchar(63) not null,
    migration uuid not null,
    seen_at timestamp(6) with time zone not null,
    -- JSON: only read and written as a whole.
    report varchar(10000) not null,
    primary key (source, destination),
    constraint path_joins_two_hosts check (source <> destination)
);

-- People who log in by name and password, what they may do, and tokens that are theirs.
create table local_user (
    name varchar(63) primary key,
    role varchar(16) not null,
    migration_override boolean not null,
    -- Argon2id with its parameters and salt, as its reference implementation prints it.
    password varchar(255) not null,
    created_at timestamp(6) with time zone not null,
    constraint user_role_is_known check (role in ('ADMIN', 'OPERATOR', 'VIEWER')),
    constraint user_override_is_an_operators check (not migration_override or role = 'OPERATOR')
);

-- The first table's checks have no names, so they cannot be changed in the same words on H2 and PostgreSQL: a new table.
create table api_token_2 (
    id uuid primary key,
    hash varchar(64) not null,
    name varchar(63),
    role varchar(16) not null,
    migration_override boolean not null,
    cluster varchar(63),
    local_user varchar(63),
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    constraint token_hash_is_unique unique (hash),
    constraint token_role_is_known check (role in ('ADMIN', 'OPERATOR', 'VIEWER', 'ENROLMENT')),
    constraint token_override_is_an_operators check (not migration_override or role = 'OPERATOR'),
    constraint token_cluster_exists foreign key (cluster) references cluster (name) on delete cascade,
    constraint token_user_exists foreign key (local_user) references local_user (name) on delete cascade,
    constraint token_of_enrolment_is_for_a_cluster check ((role = 'ENROLMENT') = (cluster is not null)),
    constraint token_of_a_user_expires check (local_user is null or expires_at is not null)
);

insert into api_token_2 (id, hash, name, role, migration_override, cluster, created_at, expires_at)
    select id, hash, name, role, false, cluster, created_at, expires_at from api_token;

drop table api_token;

alter table api_token_2 rename to api_token;

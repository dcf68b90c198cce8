-- Written for H2 and PostgreSQL alike. Invariants are constraints: no code path can go round them.

create table data_center (
    name varchar(63) primary key,
    -- The policy as it was set, and what it means.
    migration varchar(255),
    migration_type varchar(16) check (migration_type in ('SECURE', 'INSECURE')),
    migration_network varchar(64),
    policy_version bigint not null,
    constraint policy_is_whole check ((migration is null) = (migration_type is null))
);

create table cluster (
    name varchar(63) primary key,
    data_center varchar(63) not null references data_center (name)
);

create table network (
    name varchar(63) primary key,
    cidr varchar(64) not null,
    mtu integer not null check (mtu between 576 and 65535)
);

create table cluster_network (
    cluster varchar(63) not null references cluster (name) on delete cascade,
    network varchar(63) not null references network (name),
    required boolean not null,
    primary key (cluster, network)
);

-- migration_of repeats the cluster for the migration role and is null for others: unique, so a cluster has one at most.
create table cluster_network_role (
    cluster varchar(63) not null,
    network varchar(63) not null,
    role varchar(16) not null check (role in ('MANAGEMENT', 'MIGRATION', 'VM')),
    migration_of varchar(63) constraint one_migration_network_per_cluster unique,
    primary key (cluster, network, role),
    foreign key (cluster, network) references cluster_network (cluster, network) on delete cascade,
    constraint migration_of_names_the_cluster check (
        (role = 'MIGRATION' and migration_of is not null and migration_of = cluster)
        or (role <> 'MIGRATION' and migration_of is null))
);

-- identity stands in the host's certificates: a host that was removed and enrolled again does not trust its old ones.
create table host (
    name varchar(63) primary key,
    cluster varchar(63) not null references cluster (name),
    identity uuid not null unique,
    mode varchar(16) not null check (mode in ('OBSERVE', 'ASSIST', 'ENFORCE')),
    enrolled_at timestamp(6) with time zone not null,
    last_seen timestamp(6) with time zone,
    report varchar(1000000)
);

create table host_pin (
    host varchar(63) not null references host (name) on delete cascade,
    network varchar(63) not null references network (name),
    address varchar(64) not null,
    primary key (host, network)
);

create table api_token (
    id uuid primary key,
    hash varchar(64) not null unique,
    role varchar(16) not null check (role in ('ADMIN', 'OPERATOR', 'ENROLMENT')),
    cluster varchar(63) references cluster (name) on delete cascade,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    constraint enrolment_is_for_a_cluster check ((role = 'ENROLMENT') = (cluster is not null))
);

-- running_vm repeats the VM until the migration ends: unique, so a VM has one running migration at most.
create table migration (
    id uuid primary key,
    vm varchar(255) not null,
    vm_id uuid not null,
    source varchar(63) not null,
    destination varchar(63) not null,
    cluster varchar(63) not null,
    state varchar(16) not null,
    vm_host varchar(63),
    requested_by varchar(255) not null,
    requested_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    permit_expires_at timestamp(6) with time zone not null,
    -- JSON: parts that are only read and written as a whole.
    plan varchar(1000000),
    steps varchar(1000000) not null,
    observed varchar(1000000) not null,
    refusals varchar(1000000) not null,
    verdict varchar(16) check (verdict in ('CONFORMS', 'VIOLATES', 'UNKNOWN')),
    verdict_reasons varchar(1000000),
    error varchar(10000),
    running_vm uuid constraint one_running_migration_per_vm unique,
    constraint running_until_the_end check (
        (state in ('COMPLETED', 'REFUSED', 'CANCELLED', 'FAILED', 'NEEDS_ATTENTION')
            and running_vm is null and ended_at is not null)
        or (state in ('REQUESTED', 'QUEUED', 'PLANNED', 'NEGOTIATED', 'PINHOLE_OPEN', 'COPYING', 'SWITCHOVER', 'POSTCOPY',
                'POSTCOPY_PAUSED', 'CANCELLING', 'CLOSING')
            and running_vm is not null and running_vm = vm_id and ended_at is null)),
    constraint nothing_runs_without_a_plan check (
        state in ('REQUESTED', 'QUEUED', 'REFUSED', 'CANCELLED', 'FAILED') or plan is not null)
);

create index migration_newest on migration (requested_at desc);

-- Newest event of each agent that is stored; what comes again is recognised by it.
create table event_cursor (
    host varchar(63) primary key,
    sequence bigint not null
);

-- What data centers, clusters and VMs say about migrations. A statement that was taken back keeps its row and its version:
-- a version never comes again. The security of a data center stands in its migration policy, nowhere else.
create table policy_statement (
    scope varchar(16) not null check (scope in ('DATA_CENTER', 'CLUSTER', 'VM')),
    -- Name of the data center or cluster, UUID of the VM.
    subject varchar(63) not null,
    data_center varchar(63) references data_center (name) on delete cascade,
    cluster varchar(63) references cluster (name) on delete cascade,
    security varchar(16) check (security in ('SECURE', 'INSECURE')),
    bandwidth_mibs bigint check (bandwidth_mibs >= 1),
    parallel_connections integer check (parallel_connections between 1 and 255),
    max_downtime_ms integer check (max_downtime_ms between 1 and 2000000),
    post_copy boolean,
    fast_handover boolean,
    allow_management_network boolean,
    transports varchar(64),
    version bigint not null,
    set_by varchar(255) not null,
    reason varchar(1000),
    weakening boolean not null,
    primary key (scope, subject),
    constraint statement_goes_with_its_scope check (
        (scope = 'DATA_CENTER' and data_center is not null and data_center = subject and cluster is null)
        or (scope = 'CLUSTER' and cluster is not null and cluster = subject and data_center is null)
        or (scope = 'VM' and data_center is null and cluster is null)),
    constraint security_of_a_data_center_is_its_policys check (scope <> 'DATA_CENTER' or security is null),
    constraint weakening_is_of_a_vm_and_has_a_reason check (
        not weakening or (scope = 'VM' and security is not null and security = 'INSECURE' and reason is not null))
);

-- datacenter.cfg as it was last imported, byte for byte, at most 1 MiB. The migration policy in force stands in data_center
-- alone; the file is shown with it.
create table datacenter_cfg (
    data_center varchar(63) primary key references data_center (name) on delete cascade,
    content bytea not null
);

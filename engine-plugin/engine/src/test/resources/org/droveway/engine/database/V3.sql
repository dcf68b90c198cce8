insert into datacenter_cfg (data_center, content)
    values ('old', cast('keyboard: de

# kept
migration: secure,network=10.62.0.0/24
' as bytea));

-- refused:
insert into datacenter_cfg (data_center, content) values ('nowhere', cast('' as bytea));

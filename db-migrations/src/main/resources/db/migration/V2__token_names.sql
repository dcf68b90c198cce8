-- Who a token was made for, so that a migration can say who asked for it.
alter table api_token add column name varchar(63);

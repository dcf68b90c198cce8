insert into path (source, destination, migration, seen_at, report)
    values ('old1', 'old2', '00000000-0000-0000-0000-000000000003', timestamp '2026-01-02 03:04:06',
        '{"sourceAddress":"10.62.0.11","destinationAddress":"10.62.0.12","nic":"mig0","mtu":9000,"roundTripMicros":80,
"bytesPerSecond":1240000000,"sampledAt":"2026-01-02T03:04:06Z","tls":true}');
-- refused: path_joins_two_hosts
insert into path (source, destination, migration, seen_at, report)
    values ('old1', 'old1', '00000000-0000-0000-0000-000000000003', timestamp '2026-01-02 03:04:06', '{}');

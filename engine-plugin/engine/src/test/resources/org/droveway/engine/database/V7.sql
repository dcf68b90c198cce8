insert into audit_entry (sequence, recorded_at, who, address, request, action, object, before_text, after_text, outcome,
        previous, hash)
    values (1, timestamp with time zone '2026-01-02 03:04:05.123456+00:00', 'alice (admin)', '10.61.0.99', 'PUT /networks/old',
        'CHANGE', 'network old', '{"mtu":1500}', '{"mtu":9000}', 'DONE',
        '0000000000000000000000000000000000000000000000000000000000000000',
        '3bcb8ee02189709d2ea5a08c5f05315d177f284229a1c1fcba7950bacf9964ff');
insert into audit_entry (sequence, recorded_at, who, action, object, outcome, reason, previous, hash)
    values (2, timestamp with time zone '2026-01-02 03:04:06+00:00', 'engine', 'REQUEST', '/networks', 'REFUSED', 'größer',
        '3bcb8ee02189709d2ea5a08c5f05315d177f284229a1c1fcba7950bacf9964ff',
        '96984b75d610eb6227165936e1d4dd13e102280987a9ce75763c4b91997d728d');

-- refused: audit_hash_is_unique
update audit_entry set hash = '3bcb8ee02189709d2ea5a08c5f05315d177f284229a1c1fcba7950bacf9964ff' where sequence = 2;
-- refused: audit_is_one_chain
update audit_entry set previous = '0000000000000000000000000000000000000000000000000000000000000000' where sequence = 2;
-- refused: audit_continues_an_entry
delete from audit_entry where sequence = 1;
-- refused: audit_has_one_beginning
update audit_entry set previous = null where sequence = 1;
-- refused: audit_action_is_known
update audit_entry set action = 'FORGET' where sequence = 1;
-- refused: audit_outcome_is_known
update audit_entry set outcome = 'MAYBE' where sequence = 1;

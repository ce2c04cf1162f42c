-- Two courts, five cases, a row of every table for each. The cells of cells.txt are tried on these.
-- c1 own, c2 other case, c3 other court, c4 sealed, c5 sealed and of others: see attempts.ts.

insert into court.courts (id, slug, name, jurisdiction, language) values
  ('00000000-0000-4000-8000-00000000000a', 'court-a', 'Court A', 'model', 'en'),
  ('00000000-0000-4000-8000-00000000000b', 'court-b', 'Court B', 'model', 'en');

-- People 1 to 21 are those of people.ts; 100 is of court A, 101 of court B, 102 of none.
insert into court.people (id, email, name)
select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'person' || n || '@court.example', 'Person ' || n
  from generate_series(1, 102) as n;
insert into court.memberships (court_id, person_id, role) values
  ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-000000000100', 'observer'),
  ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-000000000101', 'observer');

insert into court.memberships (court_id, person_id, role)
select '00000000-0000-4000-8000-00000000000a', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'observer'
  from generate_series(1, 21) as n;

insert into court.cases (id, record, court_id, caption, jurisdiction, sealed, filed_by)
select c.id::uuid, c.id, c.court::uuid, 'In re ' || right(c.id, 2), 'model', c.sealed, c.filed_by::uuid
  from (values
    ('00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-00000000000a', false, '00000000-0000-4000-8000-000000000018'),
    ('00000000-0000-4000-8000-0000000000c2', '00000000-0000-4000-8000-00000000000a', false, '00000000-0000-4000-8000-000000000100'),
    ('00000000-0000-4000-8000-0000000000c3', '00000000-0000-4000-8000-00000000000b', false, '00000000-0000-4000-8000-000000000101'),
    ('00000000-0000-4000-8000-0000000000c4', '00000000-0000-4000-8000-00000000000a', true, '00000000-0000-4000-8000-000000000018'),
    ('00000000-0000-4000-8000-0000000000c5', '00000000-0000-4000-8000-00000000000a', true, '00000000-0000-4000-8000-000000000100')
  ) as c (id, court, sealed, filed_by);

-- Who is of c1 and c4: people 11 to 17. Of every case: somebody else.
insert into court.case_members (case_id, person_id, role, court_id)
select c.id, ('00000000-0000-4000-8000-' || lpad(m.n::text, 12, '0'))::uuid, m.role, c.court_id
  from court.cases as c
  cross join (values (11, 'judge'), (12, 'clerk'), (13, 'prosecutor'), (14, 'defender'), (15, 'party'),
                     (16, 'observer'), (17, 'defender')) as m (n, role)
 where right(c.record, 2) in ('c1', 'c4');
insert into court.case_members (case_id, person_id, role, court_id)
select id, '00000000-0000-4000-8000-000000000100', 'party', court_id from court.cases;

-- Person 17 holds the defender's seat in c1 and c4, somebody else in the others.
insert into court.seats (case_id, seat, court_id, person_id, mind)
select id, 'defender', court_id,
       case when right(record, 2) in ('c1', 'c4')
         then '00000000-0000-4000-8000-000000000017'::uuid else '00000000-0000-4000-8000-000000000100' end,
       'offline'
  from court.cases;
insert into court.workspaces (case_id, seat, court_id, notes)
select id, 'defender', court_id, 'Ours alone.' from court.cases;

insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, person_id)
select id, 1, court_id, 'e1', 'case-filed', now(), 'p', 'h', '{}', filed_by from court.cases;
insert into court.texts (case_id, hash, seq, n, court_id, salt, text)
select id, 'h1', 1, 0, court_id, 's', 'Words.' from court.cases;
insert into court.hearings (id, case_id, court_id, starts_at)
select ('00000000-0000-4000-8001-0000000000' || right(record, 2))::uuid, id, court_id, now() from court.cases;
insert into court.documents (id, case_id, court_id, name, media_type, size, sha256, storage_key, wrapped_key,
                             key_version, chunk_size, filed_by)
select ('00000000-0000-4000-8002-0000000000' || right(record, 2))::uuid, id, court_id, 'a.txt', 'text/plain', 1,
       repeat('0', 64), 'a', '\x00', 1, 65536, filed_by
  from court.cases;
insert into court.passages (document_id, n, case_id, court_id, starts, ends, text, evidential)
select id, 1, case_id, court_id, 0, 1, 'A', true from court.documents;
insert into court.law_works (court_id, work, version_date, source, text)
select id, 'law', '2026-01-01', 'gazette', 'Article 1' from court.courts;
insert into court.law_articles (law_id, n, court_id, article, label, language, text)
select id, 1, court_id, '1', 'Article 1', 'en', 'One.' from court.law_works;
insert into court.audit (court_id, person_id, action, outcome)
select id, '00000000-0000-4000-8000-000000000100', 'looked', 'done' from court.courts;
insert into court.idempotency_keys (person_id, key, request_hash)
select id, 'k', 'h' from court.people;

insert into court.jobs (kind, key, payload, most_attempts) values ('k', 'k', '{}', 1);
insert into court.outbox (case_id, kind, payload)
select id, 'k', '{}' from court.cases limit 1;
insert into court.outbox_followers (name) values ('f');

insert into identity.credentials (person_id, password_hash)
values ('00000000-0000-4000-8000-000000000100', 'x');
insert into identity.one_time_tokens (hash, purpose, person_id, email, expires_at)
values (decode(repeat('00', 32), 'hex'), 'reset', '00000000-0000-4000-8000-000000000100', 'person100@court.example', now());
insert into identity.factors (person_id, sealed_seed) values ('00000000-0000-4000-8000-000000000100', '\x00');
insert into identity.recovery_codes (person_id, hash)
values ('00000000-0000-4000-8000-000000000100', decode(repeat('00', 32), 'hex'));
insert into identity.sessions (id, person_id, method, ends_at)
values ('00000000-0000-4000-8003-000000000001', '00000000-0000-4000-8000-000000000100', 'password', now());
insert into identity.refresh_tokens (hash, session_id)
values (decode(repeat('00', 32), 'hex'), '00000000-0000-4000-8003-000000000001');
insert into identity.sign_in_failures (subject, failures, last_at) values ('s', 1, now());
insert into identity.api_keys (id, court_id, name, prefix, hash, roles, scopes, created_by)
values ('00000000-0000-4000-8000-000000000100', '00000000-0000-4000-8000-00000000000a', 'k', 'p',
        decode(repeat('00', 32), 'hex'), '{}', '{}', '00000000-0000-4000-8000-000000000100');
insert into identity.signing_keys (kid, public_jwk, sealed_private, starts_at) values ('k', '{}', '\x00', now());
insert into identity.cut_offs (subject, at) values ('00000000-0000-4000-8000-000000000100', now());

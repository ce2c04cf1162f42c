-- Who somebody is: passwords, links, second factors, sessions, keys. Only the court's own workers reach this
-- schema; no token from outside ever becomes one of them. What is secret lies here as a hash, or sealed.

create schema if not exists identity;
revoke all on schema identity from public;
grant usage on schema identity to service_role;

create table identity.credentials (
  person_id uuid primary key references court.people on delete cascade,
  -- PHC string: algorithm and parameters stand with the hash.
  password_hash text not null,
  email_verified_at timestamptz,
  changed_at timestamptz not null default now()
);

-- Links that work once. Only SHA-256 of the link is kept.
create table identity.one_time_tokens (
  hash bytea primary key check (octet_length(hash) = 32),
  purpose text not null check (purpose in ('invite', 'verify', 'reset', 'first-administrator')),
  person_id uuid references court.people on delete cascade,
  court_id uuid references court.courts on delete cascade,
  role text check (role in
    ('administrator', 'clerk', 'judge', 'prosecutor', 'defender', 'party', 'observer', 'auditor')),
  email text check (email = lower(email) and length(email) between 3 and 254),
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose in ('invite', 'first-administrator')) = (court_id is not null and role is not null)),
  check ((purpose in ('verify', 'reset')) = (person_id is not null)),
  check (purpose = 'first-administrator' or email is not null)
);
create index one_time_tokens_by_email on identity.one_time_tokens (email, created_at);
create index one_time_tokens_by_person on identity.one_time_tokens (person_id);
create index one_time_tokens_by_court on identity.one_time_tokens (court_id);
create index one_time_tokens_by_age on identity.one_time_tokens (expires_at);

-- Second factors (TOTP, RFC 6238). A step is accepted once: only steps after last_step are.
create table identity.factors (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references court.people on delete cascade,
  name text not null default '' check (length(name) <= 100),
  sealed_seed bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
create index factors_by_person on identity.factors (person_id);

create table identity.recovery_codes (
  person_id uuid not null references court.people on delete cascade,
  hash bytea not null check (octet_length(hash) = 32),
  used_at timestamptz,
  primary key (person_id, hash)
);

create table identity.sessions (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references court.people on delete cascade,
  aal text not null default 'aal1' check (aal in ('aal1', 'aal2')),
  method text not null check (method in ('password', 'invite', 'verify', 'reset')),
  created_at timestamptz not null default now(),
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_by_person on identity.sessions (person_id) where revoked_at is null;
create index sessions_by_end on identity.sessions (ends_at);

create table identity.refresh_tokens (
  hash bytea primary key check (octet_length(hash) = 32),
  session_id uuid not null references identity.sessions on delete cascade,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  replaced_by bytea
);
create index refresh_tokens_by_session on identity.refresh_tokens (session_id);

-- Per account and per address, both as a hash: an attacker's list of names is not ours to keep.
create table identity.sign_in_failures (
  subject text primary key,
  failures integer not null check (failures > 0),
  last_at timestamptz not null
);
create index sign_in_failures_by_age on identity.sign_in_failures (last_at);

-- Keys of machines. Each is somebody in court.people too, for what it files carries its name.
create table identity.api_keys (
  id uuid primary key references court.people,
  court_id uuid not null references court.courts,
  name text not null check (length(name) between 1 and 200),
  prefix text not null,
  hash bytea not null unique check (octet_length(hash) = 32),
  roles text[] not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_keys_by_court on identity.api_keys (court_id, created_at);

-- A key is published before it signs and after it signed, so that who keeps a copy of the set is never behind.
create table identity.signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  sealed_private bytea not null,
  starts_at timestamptz not null,
  ends_at timestamptz
);

-- Access tokens of this session, person or key that were issued before are void, though they have not expired.
create table identity.cut_offs (
  subject uuid primary key,
  at timestamptz not null
);
create index cut_offs_by_age on identity.cut_offs (at);

do $$
declare
  each text;
begin
  for each in select tablename from pg_tables where schemaname = 'identity' loop
    execute format('alter table identity.%I enable row level security', each);
    execute format('alter table identity.%I force row level security', each);
    execute format('revoke all on identity.%I from public, anon, authenticated', each);
    execute format('grant select, insert, update, delete on identity.%I to service_role', each);
    execute format('create policy the_court_works on identity.%I to service_role using (true) with check (true)', each);
  end loop;
end
$$;

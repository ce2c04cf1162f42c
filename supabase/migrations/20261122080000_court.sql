-- The court and its record. Own objects live in schema court; nothing is created in auth, storage or realtime.
--
-- Four roles touch these tables, and each of them passes the policies:
--   anon           nobody signed in: nothing;
--   authenticated  a person who reads, by the claims of the token;
--   court_writer   the same person writing through the court's software, which decided before;
--   service_role   the court's own workers.
-- A token that reaches the database by another door (PostgREST) is authenticated: it reads, and writes nothing.

create schema if not exists court;

do $$
begin
  if not exists (select from pg_roles where rolname = 'court_writer') then
    create role court_writer nologin noinherit;
  end if;
  if exists (select from pg_roles where rolname = 'court_server') then
    grant court_writer to court_server;
  end if;
end
$$;

grant usage on schema court to authenticated, court_writer, service_role;
grant usage on schema auth to court_writer;

-- ---------------------------------------------------------------------------------------------- claims

-- Courts in which the claims give the person one of these roles. Roles come from app_metadata alone,
-- which only the issuer writes.
create function court.courts_where(variadic wanted text[]) returns uuid[]
  language sql stable parallel safe set search_path = ''
  return coalesce(
    (select array_agg(held.court::uuid)
       from jsonb_each(coalesce(auth.jwt() #> '{app_metadata,courts}', '{}')) as held (court, roles)
      where held.roles ?| wanted),
    '{}'
  );

-- Every court in which the person has any role.
create function court.own_courts() returns uuid[]
  language sql stable parallel safe set search_path = ''
  return coalesce(
    (select array_agg(held.court::uuid)
       from jsonb_object_keys(coalesce(auth.jwt() #> '{app_metadata,courts}', '{}')) as held (court)),
    '{}'
  );

-- A token of a machine names its scopes; a person's token names none and may do what its roles may.
create function court.scope_allows(wanted text) returns boolean
  language sql stable parallel safe set search_path = ''
  return coalesce((auth.jwt() #> '{app_metadata,scopes}') ? wanted, true);

-- ---------------------------------------------------------------------------------------- courts, people

create table court.courts (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,62}$'),
  name text not null check (length(name) between 1 and 200),
  jurisdiction text not null,
  language text not null check (language in ('en', 'es')),
  quota_bytes bigint check (quota_bytes >= 0),
  created_at timestamptz not null default now()
);

create table court.people (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  language text not null default 'en' check (language in ('en', 'es')),
  created_at timestamptz not null default now(),
  left_at timestamptz
);
create unique index people_by_email on court.people (email);

create table court.memberships (
  court_id uuid not null references court.courts,
  person_id uuid not null references court.people,
  role text not null check (role in
    ('administrator', 'clerk', 'judge', 'prosecutor', 'defender', 'party', 'observer', 'auditor')),
  since timestamptz not null default now(),
  primary key (court_id, person_id, role)
);
create index memberships_by_person on court.memberships (person_id);

-- ------------------------------------------------------------------------------------------------ cases

-- What the lists need of a case; the record is the truth, and `court rebuild` makes this from it.
create table court.cases (
  id uuid primary key default gen_random_uuid(),
  -- The name that its events carry: its own id, or the one it had where it came from as a bundle.
  record text not null unique check (length(record) between 1 and 200),
  court_id uuid not null references court.courts,
  number text check (length(number) between 1 and 60),
  caption text not null default '' check (length(caption) <= 2000),
  jurisdiction text not null,
  language text not null default 'en' check (language in ('en', 'es')),
  matter text check (matter in ('civil', 'criminal')),
  cause text,
  stage text not null default 'filed' check (stage in
    ('filed', 'in-hearing', 'deliberated', 'drafted', 'signed', 'rejected')),
  sealed boolean not null default false,
  version integer not null default 0 check (version >= 0),
  head text not null default '',
  filed_by uuid references court.people,
  -- To the millisecond, for the cursors of lists are.
  filed_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (court_id, number),
  -- so that every row of a case can hold its court, and never another one
  unique (id, court_id)
);
create index cases_by_court on court.cases (court_id, updated_at desc, id desc);
create index cases_by_filer on court.cases (filed_by) where version = 0;

create table court.case_members (
  case_id uuid not null,
  person_id uuid not null references court.people,
  role text not null check (role in
    ('judge', 'clerk', 'prosecutor', 'defender', 'party', 'observer')),
  court_id uuid not null,
  party text,
  since timestamptz not null default now(),
  primary key (case_id, person_id, role),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create index case_members_by_person on court.case_members (person_id, case_id);
create index case_members_by_court on court.case_members (court_id);

-- Who sits in a seat: a person, or a mind of the court.
create table court.seats (
  case_id uuid not null,
  seat text not null check (seat in ('judge', 'prosecutor', 'defender', 'secretary', 'witness')),
  court_id uuid not null,
  person_id uuid references court.people,
  mind text not null,
  since timestamptz not null default now(),
  primary key (case_id, seat),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create index seats_by_person on court.seats (person_id, case_id);

-- Private notes of a seat: they go with the seat, whoever holds it.
create table court.workspaces (
  case_id uuid not null,
  seat text not null check (seat in ('judge', 'prosecutor', 'defender', 'secretary', 'witness')),
  court_id uuid not null,
  notes text not null default '' check (length(notes) <= 200000),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (case_id, seat),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);

-- ----------------------------------------------------------------------------------------------- record

-- The record: one gap-free chain per case. `line` is the event's canonical JSON, byte for byte.
-- (tx, position) is the order in which followers of all cases read: see court.events_after.
create table court.events (
  case_id uuid not null,
  seq integer not null check (seq > 0),
  court_id uuid not null,
  position bigint generated always as identity,
  tx xid8 not null default pg_current_xact_id(),
  id text not null,
  type text not null,
  at timestamptz not null,
  prev text not null,
  hash text not null,
  line text not null,
  private_to text,
  person_id uuid,
  primary key (case_id, seq),
  unique (case_id, id),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create unique index events_in_order on court.events (tx, position);

-- Texts that lie beside the record. One that is erased leaves, and its hash stays in the chain.
create table court.texts (
  case_id uuid not null,
  hash text not null,
  seq integer not null check (seq > 0),
  -- Their order within what was appended at once.
  n integer not null,
  court_id uuid not null,
  salt text not null,
  text text not null,
  private_to text,
  sealed boolean not null default false,
  primary key (case_id, hash),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create index texts_by_event on court.texts (case_id, seq, n);

-- --------------------------------------------------------------------------------------------- hearings

create table court.hearings (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  court_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  room text check (length(room) <= 200),
  state text not null default 'scheduled' check (state in ('scheduled', 'open', 'closed', 'cancelled')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (ends_at is null or ends_at > starts_at),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create index hearings_by_case on court.hearings (case_id, starts_at);
create index hearings_by_court on court.hearings (court_id, starts_at);

-- -------------------------------------------------------------------------------------------- documents

-- Bytes lie encrypted in the object storage; a document without its key is erased.
create table court.documents (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  court_id uuid not null,
  exhibit text,
  name text check (length(name) between 1 and 255),
  kind text,
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null,
  wrapped_key bytea,
  key_version integer,
  chunk_size integer not null check (chunk_size > 0),
  sealed boolean not null default false,
  scan text not null default 'not-configured' check (scan in ('clean', 'not-configured')),
  filed_by uuid,
  filed_at timestamptz not null default now(),
  erased_at timestamptz,
  -- What is erased has no name, no hash and no key: the record's salted hash alone remains.
  check ((erased_at is null) = (wrapped_key is not null)),
  check (erased_at is not null or num_nonnulls(name, sha256, key_version) = 3),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create index documents_by_case on court.documents (case_id, filed_at, id);
create index documents_by_court on court.documents (court_id);
create index documents_by_key on court.documents (key_version);

create table court.passages (
  document_id uuid not null references court.documents on delete cascade,
  n integer not null check (n > 0),
  case_id uuid not null,
  court_id uuid not null,
  page integer,
  starts integer not null,
  ends integer not null check (ends >= starts),
  text text not null,
  evidential boolean not null,
  sealed boolean not null default false,
  primary key (document_id, n),
  foreign key (case_id, court_id) references court.cases (id, court_id)
);
create index passages_by_case on court.passages (case_id);

-- Works of law that a court imported, version by version.
create table court.law_works (
  id uuid primary key default gen_random_uuid(),
  court_id uuid not null references court.courts,
  work text not null,
  version_date date not null,
  source text not null,
  text text not null,
  imported_at timestamptz not null default now(),
  unique (court_id, work, version_date)
);

-- ----------------------------------------------------------------------------------- service: audit, keys

create table court.audit (
  id bigint generated always as identity primary key,
  court_id uuid references court.courts,
  at timestamptz not null default now(),
  person_id uuid,
  action text not null,
  target text not null default '',
  outcome text not null check (outcome in ('done', 'refused')),
  detail jsonb not null default '{}'
);
create index audit_by_court on court.audit (court_id, id desc);

-- One effect and one answer for each key, however often the request comes.
create table court.idempotency_keys (
  person_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  request_hash text not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_keys_by_age on court.idempotency_keys (created_at);

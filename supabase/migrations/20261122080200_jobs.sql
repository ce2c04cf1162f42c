-- Work that is to be done, and news that is to be told. Both are written in the transaction of the record,
-- so that neither is lost and neither tells what never happened. Only the court's own workers touch them.

create schema if not exists court;
grant usage on schema court to service_role;

-- ------------------------------------------------------------------------------------------------- jobs

-- A job is open until it is done or dead. `due_at` is when it may next be taken: whoever takes it moves the
-- moment to the end of the lease, so a worker that died needs nobody to clear up after it. `lease` only grows
-- and fences: nobody but the holder of the newest lease can finish the job.
create table court.jobs (
  id bigint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,62}$'),
  key text not null check (length(key) between 1 and 255),
  payload jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'dead')),
  due_at timestamptz not null default now(),
  attempts integer not null default 0 check (attempts >= 0),
  most_attempts integer not null check (most_attempts between 1 and 100),
  lease bigint not null default 0,
  leased_by text,
  reason text check (length(reason) <= 2000),
  enqueued_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (kind, key),
  check ((state = 'open') = (ended_at is null)),
  check (state <> 'dead' or reason is not null)
);
create index jobs_due on court.jobs (due_at, id) where state = 'open';
create index jobs_ended on court.jobs (state, ended_at) where state <> 'open';

-- ----------------------------------------------------------------------------------------------- outbox

-- `written` orders the notices of one case, because who appends to a case holds its lock. Over all cases it
-- has holes that fill later, so a follower cannot count by it. `position` is given after the commit, by one
-- giver at a time, and grows without a hole that could fill: followers count by that.
create table court.outbox (
  written bigint generated always as identity primary key,
  position bigint unique,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,62}$'),
  payload jsonb not null,
  announced_at timestamptz not null default now()
);
create index outbox_without_position on court.outbox (written) where position is null;

-- The last position given. Its row lock makes one giver at a time.
create table court.outbox_counter (
  one boolean primary key default true check (one),
  position bigint not null default 0
);
insert into court.outbox_counter default values;

-- How far each follower came, and who of its replicas reads at the moment. `turn` fences: only the holder of
-- the newest turn moves the position.
create table court.outbox_followers (
  name text primary key check (name ~ '^[a-z][a-z0-9.-]{0,62}$'),
  position bigint not null default 0,
  turn bigint not null default 0,
  leased_by text,
  leased_until timestamptz not null default '-infinity'
);

-- ----------------------------------------------------------------------------------------------- rights

alter table court.jobs enable row level security;
alter table court.jobs force row level security;
alter table court.outbox enable row level security;
alter table court.outbox force row level security;
alter table court.outbox_counter enable row level security;
alter table court.outbox_counter force row level security;
alter table court.outbox_followers enable row level security;
alter table court.outbox_followers force row level security;

revoke all on court.jobs, court.outbox, court.outbox_counter, court.outbox_followers
  from public, anon, authenticated;
grant select, insert, update, delete on court.jobs, court.outbox, court.outbox_followers to service_role;
grant select, update on court.outbox_counter to service_role;

create policy service_works on court.jobs for all to service_role using (true) with check (true);
create policy service_tells on court.outbox for all to service_role using (true) with check (true);
create policy service_counts on court.outbox_counter for all to service_role
  using (true) with check (true);
create policy service_follows on court.outbox_followers for all to service_role
  using (true) with check (true);

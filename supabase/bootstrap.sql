-- What Supabase has and a plain PostgreSQL (15 to 18) lacks, so that one set of migrations serves both.
-- Applied by the runner before the migrations, except on Supabase. Makes only what is missing, so it may
-- be applied any number of times. It holds no password: the runner sets that of court_server.

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('anon', 'nologin noinherit'),
      ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit'),
      ('authenticator', 'login noinherit'),
      ('court_server', 'login noinherit nosuperuser nobypassrls nocreatedb nocreaterole')
    ) as roles (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      begin
        execute format('create role %I %s', wanted.name, wanted.attributes);
      exception
        -- The same cluster may be given to two databases at once.
        when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  for wanted in
    select login, role
    from unnest(array['authenticator', 'court_server']) as login,
      unnest(array['anon', 'authenticated', 'service_role']) as role
    where not pg_has_role(login, role, 'member')
  loop
    execute format('grant %I to %I', wanted.role, wanted.login);
  end loop;
end
$$;

create schema if not exists extensions;
create schema if not exists auth;
create schema if not exists storage;
create schema if not exists realtime;
grant usage on schema extensions, auth, storage, realtime to anon, authenticated, service_role;

do $$
begin
  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb
      language sql stable
      as 'select nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb';
    comment on function auth.jwt() is 'The claims under which this statement runs, or null.';
  end if;
  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid
      language sql stable
      as 'select (nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''sub'')::uuid';
    comment on function auth.uid() is 'Who runs this statement, or null.';
  end if;
  if to_regprocedure('auth.role()') is null then
    create function auth.role() returns text
      language sql stable
      as 'select nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''role''';
    comment on function auth.role() is 'As which role this statement runs, by its claims, or null.';
  end if;
end
$$;

create table if not exists realtime.messages (
  id uuid not null default gen_random_uuid() primary key,
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  inserted_at timestamp not null default now(),
  updated_at timestamp not null default now()
);
alter table realtime.messages enable row level security;
grant select, insert on realtime.messages to anon, authenticated, service_role;

do $$
begin
  if to_regprocedure('realtime.topic()') is null then
    create function realtime.topic() returns text
      language sql stable
      as 'select nullif(current_setting(''realtime.topic'', true), '''')';
    comment on function realtime.topic() is 'The channel that a policy is asked about, or null.';
  end if;
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is null then
    -- Nobody reads these messages here: the court has live rooms of its own. So none is kept.
    create function realtime.send(payload jsonb, event text, topic text, private boolean default true)
      returns void
      language sql
      as 'select';
    comment on function realtime.send(jsonb, text, text, boolean) is
      'Where Supabase broadcasts, this does nothing.';
  end if;
  if not exists (select from pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
end
$$;

-- Who may do what, table by table. Every table is closed (row level security, forced on its owner too) and
-- opened by name. The table of cells in test/rights holds every row of this file to its word.

do $$
declare
  each text;
begin
  for each in select tablename from pg_tables where schemaname = 'court' loop
    execute format('alter table court.%I enable row level security', each);
    execute format('alter table court.%I force row level security', each);
    execute format('revoke all on court.%I from public, anon', each);
    execute format('grant select, insert, update, delete on court.%I to service_role', each);
  end loop;
end
$$;

-- Functions have no owner's rights: each asks as its caller, and the policies of what it reads hold in it.
-- They also part the policies of two tables that ask of each other, which would otherwise never end.

-- Cases in which the person of the claims has one of these roles.
create function court.cases_where(variadic wanted text[]) returns setof uuid
  language sql stable set search_path = ''
begin atomic
  select m.case_id from court.case_members as m
   where m.person_id = (select auth.uid()) and m.role = any (wanted);
end;

-- What a seat asks of who sits in it. The clerk who says who is of a case makes nobody a judge by that: the
-- judge of a case is one of the court.
create function court.may_sit(wanted_case uuid, wanted_seat text) returns boolean
  language sql stable set search_path = ''
  return exists (
    select from court.case_members as m
     where m.case_id = wanted_case
       and m.person_id = (select auth.uid())
       and m.role = case wanted_seat
         when 'judge' then 'judge'
         when 'prosecutor' then 'prosecutor'
         when 'defender' then 'defender'
         when 'secretary' then 'clerk'
         when 'witness' then 'party'
       end
       and (wanted_seat <> 'judge' or m.court_id = any (court.courts_where('judge'))));

-- Whether the caller opened this case and nothing is on its record yet.
create function court.is_beginning(wanted_case uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from court.cases as c
                  where c.id = wanted_case and c.filed_by = (select auth.uid()) and c.version = 0);

-- Whether the caller sees this person.
create function court.is_known(wanted_person uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from court.people as p where p.id = wanted_person);

-- Whether the caller sees this case, and it is not sealed.
create function court.is_unsealed(wanted_case uuid) returns boolean
  language sql stable set search_path = ''
  return exists (select from court.cases as c where c.id = wanted_case and not c.sealed);

-- A machine's token acts within its scopes and never where the law asks for a person.
create function court.is_person() returns boolean
  language sql stable parallel safe set search_path = ''
  return (select auth.uid()) is not null
    and (auth.jwt() #>> '{app_metadata,machine}') is null;

-- ---------------------------------------------------------------------------------------- courts, people

grant select on court.courts, court.people, court.memberships to authenticated, court_writer;
-- Columns by name: what a row is of, whose it is and when it came is nobody's to change.
grant update (name, language, jurisdiction) on court.courts to court_writer;
grant update (name, language) on court.people to court_writer;
grant insert, delete on court.memberships to court_writer;

create policy members_see_their_courts on court.courts for select to authenticated, court_writer
  using (id = any ((select court.own_courts())::uuid[]));
create policy administrators_keep_their_court on court.courts for update to court_writer
  using (id = any ((select court.courts_where('administrator'))::uuid[])
    and (select court.scope_allows('courts:write')));

create policy everybody_sees_themselves on court.memberships for select to authenticated, court_writer
  using (person_id = (select auth.uid())
    or court_id = any ((select court.courts_where('administrator', 'clerk', 'auditor'))::uuid[]));
create policy administrators_admit on court.memberships for insert to court_writer
  with check (court_id = any ((select court.courts_where('administrator'))::uuid[])
    and (select court.scope_allows('people:write'))
    -- Strangers come by invitation, so that nobody learns of people by their ids; and nobody appoints themselves.
    and court.is_known(person_id) and person_id <> (select auth.uid())
    and (role not in ('administrator', 'judge') or (select court.is_person())));
create policy administrators_dismiss on court.memberships for delete to court_writer
  using (court_id = any ((select court.courts_where('administrator'))::uuid[])
    and (select court.scope_allows('people:write')));

create policy people_of_the_court on court.people for select to authenticated, court_writer
  using (id = (select auth.uid())
    or exists (select from court.memberships as m
                where m.person_id = people.id
                  and m.court_id = any ((select court.courts_where('administrator', 'clerk'))::uuid[])));
create policy people_keep_themselves on court.people for update to court_writer
  using (id = (select auth.uid()) and (select court.is_person()));

-- ------------------------------------------------------------------------------------------------ cases

grant select on court.cases, court.case_members, court.seats, court.workspaces to authenticated, court_writer;
grant insert on court.cases, court.seats, court.workspaces to court_writer;
grant update (number, sealed, caption, matter, cause, stage, version, head, updated_at)
  on court.cases to court_writer;
grant update (person_id, mind, since) on court.seats to court_writer;
grant update (notes, version, updated_at) on court.workspaces to court_writer;
grant insert, delete on court.case_members to court_writer;

create policy cases_are_seen on court.cases for select to authenticated, court_writer
  using (
    (not sealed and court_id = any (
      (select court.courts_where('administrator', 'clerk', 'judge', 'observer', 'auditor'))::uuid[]))
    or court_id = any ((select court.courts_where('clerk'))::uuid[])
    or (version = 0 and filed_by = (select auth.uid()))
    or exists (select from court.case_members as m
                where m.case_id = cases.id and m.person_id = (select auth.uid())
                  and (m.role <> 'observer' or not cases.sealed))
  );
create policy cases_are_filed on court.cases for insert to court_writer
  with check (
    court_id = any (
      (select court.courts_where('clerk', 'judge', 'prosecutor', 'defender', 'party'))::uuid[])
    and filed_by = (select auth.uid())
    and version = 0 and head = '' and stage = 'filed'
    -- Names and numbers are unique, so whoever chose them could ask which are taken.
    and record = id::text and number is null
    and (select court.scope_allows('cases:write'))
  );
create policy cases_go_on on court.cases for update to court_writer
  using (
    (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or (version = 0 and filed_by = (select auth.uid()))
      or id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party')))
    and (select court.scope_allows('cases:write'))
  )
  with check (
    court_id = any ((select court.courts_where('clerk'))::uuid[])
    or filed_by = (select auth.uid())
    or id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))
  );

-- Everybody who acts in a case moves it on; its number is the registry's to give, and who seals or opens it is
-- the registry or its judge. As with a policy, a row that is not the caller's to change is left out.
create function court.registry_numbers_and_seals() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if current_user <> 'court_writer' then return new; end if;
  if new.court_id = any (court.courts_where('clerk')) then return new; end if;
  if new.number is distinct from old.number then return null; end if;
  if new.sealed = old.sealed
    or (old.version = 0 and old.filed_by = auth.uid())
    or new.id in (select court.cases_where('judge', 'clerk'))
  then
    return new;
  end if;
  return null;
end
$$;
create trigger cases_numbered_and_sealed before update of number, sealed on court.cases
  for each row execute function court.registry_numbers_and_seals();

create policy members_are_seen on court.case_members for select to authenticated, court_writer
  using (person_id = (select auth.uid())
    or court_id = any ((select court.courts_where('clerk'))::uuid[])
    or (court_id = any ((select court.courts_where('administrator'))::uuid[])
      and court.is_unsealed(case_id)));
create policy clerks_admit on court.case_members for insert to court_writer
  with check (
    (select court.scope_allows('cases:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      -- who files a case is of it from the beginning
      or (person_id = (select auth.uid())
        and role in ('prosecutor', 'defender', 'party')
        and court.is_beginning(case_id)))
  );
create policy clerks_dismiss on court.case_members for delete to court_writer
  using (court_id = any ((select court.courts_where('clerk'))::uuid[])
    and (select court.scope_allows('cases:write')));

create policy seats_are_seen on court.seats for select to authenticated, court_writer
  using (exists (select from court.cases as c where c.id = case_id));
create policy seats_are_taken on court.seats for insert to court_writer
  with check ((person_id is null or person_id = (select auth.uid()))
    and (select court.is_person())
    and (select court.may_sit(case_id, seat)));
create policy seats_change_hands on court.seats for update to court_writer
  using ((select court.is_person()) and (select court.may_sit(case_id, seat)))
  with check (person_id is null or person_id = (select auth.uid()));

-- Private notes: whoever holds the seat now, and nobody else.
create policy the_seat_reads on court.workspaces for select to authenticated, court_writer
  using (exists (select from court.seats as s
                  where s.case_id = workspaces.case_id and s.seat = workspaces.seat
                    and s.person_id = (select auth.uid())));
create policy the_seat_begins on court.workspaces for insert to court_writer
  with check (exists (select from court.seats as s
                       where s.case_id = workspaces.case_id and s.seat = workspaces.seat
                         and s.person_id = (select auth.uid())));
create policy the_seat_writes on court.workspaces for update to court_writer
  using (exists (select from court.seats as s
                  where s.case_id = workspaces.case_id and s.seat = workspaces.seat
                    and s.person_id = (select auth.uid())));

-- ----------------------------------------------------------------------------------------------- record

grant select on court.events, court.texts to authenticated, court_writer;
-- The order of all events is the database's to give.
grant insert (case_id, seq, court_id, id, type, at, prev, hash, line, private_to, person_id)
  on court.events to court_writer;
grant insert on court.texts to court_writer;
grant delete on court.texts to court_writer;
revoke update, delete on court.events from service_role;
revoke update on court.texts from service_role;

create policy what_is_heard_is_seen on court.events for select to authenticated, court_writer
  using (exists (select from court.cases as c where c.id = case_id)
    and (private_to is null
      or exists (select from court.seats as s
                  where s.case_id = events.case_id and s.seat = events.private_to
                    and s.person_id = (select auth.uid()))));
create policy who_acts_writes on court.events for insert to court_writer
  with check (
    person_id = (select auth.uid())
    and (select court.scope_allows('cases:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))
      or court.is_beginning(case_id))
    -- only a person who is a judge of the court and of the case signs or rejects a draft
    and (type <> 'draft-decided'
      or ((select court.is_person())
        and court_id = any ((select court.courts_where('judge'))::uuid[])
        and case_id in (select court.cases_where('judge'))))
  );

create policy words_are_seen on court.texts for select to authenticated, court_writer
  using (exists (select from court.cases as c where c.id = case_id)
    and (private_to is null
      or exists (select from court.seats as s
                  where s.case_id = texts.case_id and s.seat = texts.private_to
                    and s.person_id = (select auth.uid())))
    and (not sealed
      or court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))));
create policy who_acts_speaks on court.texts for insert to court_writer
  with check (
    (select court.scope_allows('cases:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))
      or court.is_beginning(case_id))
  );
create policy clerks_erase on court.texts for delete to court_writer
  using (court_id = any ((select court.courts_where('clerk'))::uuid[]) and (select court.is_person()));

-- --------------------------------------------------------------------------------------------- hearings

grant select on court.hearings to authenticated, court_writer;
grant insert on court.hearings to court_writer;
grant update (starts_at, ends_at, room, state, version) on court.hearings to court_writer;

create policy hearings_are_public_to_the_case on court.hearings for select to authenticated, court_writer
  using (exists (select from court.cases as c where c.id = case_id));
create policy the_registry_schedules on court.hearings for insert to court_writer
  with check ((select court.scope_allows('cases:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk'))));
create policy the_registry_reschedules on court.hearings for update to court_writer
  using ((select court.scope_allows('cases:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk'))));

-- -------------------------------------------------------------------------------------------- documents

grant select on court.documents, court.passages, court.law_works to authenticated, court_writer;
grant insert, update on court.documents to court_writer;
grant insert, delete on court.passages, court.law_works to court_writer;

create policy documents_are_seen on court.documents for select to authenticated, court_writer
  using (exists (select from court.cases as c where c.id = case_id)
    and (not sealed
      or court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))));
create policy documents_are_filed on court.documents for insert to court_writer
  with check (
    filed_by = (select auth.uid())
    and (select court.scope_allows('documents:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))
      or court.is_beginning(case_id))
  );
create policy documents_are_sealed_and_erased on court.documents for update to court_writer
  using ((select court.scope_allows('documents:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk'))));

create policy passages_are_seen on court.passages for select to authenticated, court_writer
  using (exists (select from court.cases as c where c.id = case_id)
    and (not sealed
      or court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))));
create policy passages_come_with_documents on court.passages for insert to court_writer
  with check ((select court.scope_allows('documents:write'))
    and exists (select from court.documents as d
                 where d.id = document_id and d.case_id = passages.case_id
                   and d.filed_by = (select auth.uid()) and (passages.sealed or not d.sealed)));
create policy passages_go_with_documents on court.passages for delete to court_writer
  using ((select court.scope_allows('documents:write'))
    and (court_id = any ((select court.courts_where('clerk'))::uuid[])
      or case_id in (select court.cases_where('judge', 'clerk'))));

-- A document stays in its case, and whoever filed it stays who filed it; not even the court's workers move it.
create function court.refuse_move() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  raise exception 'a row of % stays where it is', tg_table_name using errcode = '42501';
end
$$;
create trigger documents_stay before update of id, case_id, court_id, filed_by on court.documents
  for each row execute function court.refuse_move();

create policy law_is_read on court.law_works for select to authenticated, court_writer
  using (court_id = any ((select court.own_courts())::uuid[]));
create policy law_is_imported on court.law_works for insert to court_writer
  with check (court_id = any ((select court.courts_where('administrator', 'clerk'))::uuid[])
    and (select court.scope_allows('law:write')));
create policy law_is_withdrawn on court.law_works for delete to court_writer
  using (court_id = any ((select court.courts_where('administrator', 'clerk'))::uuid[])
    and (select court.scope_allows('law:write')));

-- --------------------------------------------------------------------------------------- audit, repeats

grant select on court.audit to authenticated, court_writer;
grant insert (court_id, person_id, action, target, outcome, detail) on court.audit to court_writer;
grant select, insert, update on court.idempotency_keys to court_writer;
revoke update, delete on court.audit from service_role;

create policy auditors_read on court.audit for select to authenticated, court_writer
  using (person_id = (select auth.uid())
    or court_id = any ((select court.courts_where('auditor', 'administrator'))::uuid[]));
create policy deeds_are_noted on court.audit for insert to court_writer
  with check (person_id = (select auth.uid())
    and (court_id is null or court_id = any ((select court.own_courts())::uuid[])));

create policy repeats_are_ones_own on court.idempotency_keys to court_writer
  using (person_id = (select auth.uid()))
  with check (person_id = (select auth.uid()));

-- -------------------------------------------------------------------------------------------- functions

-- A function is everybody's when it is made. Triggers are called by nobody.
revoke execute on all functions in schema court from public;
grant execute on function court.courts_where, court.own_courts, court.scope_allows, court.cases_where,
  court.may_sit, court.is_beginning, court.is_known, court.is_unsealed, court.is_person
  to authenticated, court_writer, service_role;

-- ---------------------------------------------------------------------------------------------- workers

do $$
declare
  each text;
begin
  for each in select tablename from pg_tables where schemaname = 'court' and tablename <> 'events' loop
    execute format('create policy the_court_works on court.%I to service_role using (true) with check (true)', each);
  end loop;
end
$$;
create policy the_court_reads on court.events for select to service_role using (true);
-- Nothing of the court's own, and no mind, signs.
create policy the_court_records on court.events for insert to service_role
  with check (type <> 'draft-decided');

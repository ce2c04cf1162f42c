-- Who follows a case live is asked again for rights whenever these change, by whatever door they changed.
-- The news carry the id of the case, and of the people whose rights may have changed; of nobody: of all.

create function court.tell_of_rights() returns trigger
  language plpgsql set search_path = ''
as $$
declare
  changed text := '';
  wanted uuid;
begin
  if tg_op <> 'INSERT' then
    wanted := old.case_id;
    changed := coalesce(' ' || old.person_id, '');
  end if;
  if tg_op <> 'DELETE' then
    wanted := new.case_id;
    changed := changed || coalesce(' ' || new.person_id, '');
  end if;
  if changed <> '' then
    perform pg_notify('court_rights', wanted || changed);
  end if;
  return null;
end
$$;
create trigger seats_change_rights after insert or update or delete on court.seats
  for each row execute function court.tell_of_rights();
create trigger members_change_rights after insert or update or delete on court.case_members
  for each row execute function court.tell_of_rights();

create function court.tell_of_seal() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform pg_notify('court_rights', new.id::text);
  return null;
end
$$;
create trigger seals_change_rights after update of sealed on court.cases
  for each row when (old.sealed is distinct from new.sealed) execute function court.tell_of_seal();

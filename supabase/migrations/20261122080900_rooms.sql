-- Who follows a case live is asked again for rights whenever these change, by whatever door they changed.
-- The news carry the id of the case and nothing else.

create function court.tell_of_rights() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    perform pg_notify('court_rights', old.case_id::text);
  else
    perform pg_notify('court_rights', new.case_id::text);
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

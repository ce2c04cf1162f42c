-- The one door into the record. All or nothing, in one statement: the events in their place in the chain,
-- their texts, what the lists show of the case, and the news for those who follow.
--
-- Answers 'appended'; 'stale' where the case is not at the expected version; 'repeated' where all ids are
-- known. Raises RS006 where the batch does not carry on the chain or takes an id that is used.
create function court.append(
  wanted text,
  expected integer,
  genesis text,
  events jsonb,
  texts jsonb,
  shown jsonb
) returns text
  language plpgsql set search_path = ''
as $$
declare
  held court.cases%rowtype;
  wanted_case uuid;
  known integer;
  last text;
  each jsonb;
  at integer := expected;
begin
  select * into held from court.cases where record = wanted for update;
  if not found then
    raise exception 'there is no case % for this writer', wanted using errcode = 'RS001';
  end if;
  wanted_case := held.id;
  select count(*) into known from court.events as e
   where e.case_id = wanted_case
     and e.id in (select value ->> 'id' from jsonb_array_elements(events));
  if known = jsonb_array_length(events) then return 'repeated'; end if;
  if held.version <> expected then return 'stale'; end if;
  if known > 0 then
    raise exception 'an event id is taken in case %', wanted using errcode = 'RS006';
  end if;
  last := case when expected = 0 then genesis else held.head end;
  for each in select value from jsonb_array_elements(events) loop
    at := at + 1;
    if (each ->> 'seq')::integer <> at or each ->> 'prev' <> last then
      raise exception 'event % does not follow event % of case %', each ->> 'id', at - 1, wanted using errcode = 'RS006';
    end if;
    last := each ->> 'hash';
  end loop;
  insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, private_to, person_id)
  select wanted_case, e.seq, held.court_id, e.id, e.type, e.at, e.prev, e.hash, e.line, e.private_to,
         e.person_id
    from jsonb_to_recordset(events) as e (seq integer, id text, type text, at timestamptz, prev text,
         hash text, line text, private_to text, person_id uuid)
   order by e.seq;
  insert into court.texts (case_id, hash, seq, n, court_id, salt, text, private_to, sealed)
  select wanted_case, t.hash, t.seq, t.n, held.court_id, t.salt, t.text, t.private_to,
         coalesce(t.sealed, false)
    from jsonb_to_recordset(texts) as t (hash text, seq integer, n integer, salt text, text text,
         private_to text, sealed boolean);
  update court.cases set
    version = at,
    head = last,
    updated_at = now(),
    caption = coalesce(shown ->> 'caption', caption),
    matter = coalesce(shown ->> 'matter', matter),
    cause = coalesce(shown ->> 'cause', cause),
    stage = coalesce(shown ->> 'stage', stage)
   where id = wanted_case;
  perform pg_notify('court_record', at || ' ' || wanted);
  return 'appended';
exception
  when unique_violation then
    raise exception 'an event id is taken in case %', wanted using errcode = 'RS006';
end
$$;
grant execute on function court.append to court_writer, service_role;
revoke execute on function court.append from public;

-- Events of all cases in the order in which they became certain, for followers of everything. A transaction
-- that is still under way may yet write at a lower position, so only what is older than all of these is
-- given. Position and tx together are the place to go on from.
create function court.events_after(after_tx xid8, after_position bigint, most integer)
  returns setof court.events
  language sql stable set search_path = ''
as $$
  select * from court.events as e
   where (e.tx, e.position) > (after_tx, after_position)
     and e.tx < pg_snapshot_xmin(pg_current_snapshot())
   order by e.tx, e.position
   limit most
$$;
grant execute on function court.events_after to service_role;
revoke execute on function court.events_after from public;

-- Hearings as they are held: one sitting of a case at a time, seats that change hands, drafts that a person
-- signs, and repeats of a request that nobody waits for any more.

-- Two sittings of one case at once would be one hearing in two rooms.
create unique index hearings_one_open on court.hearings (case_id) where state = 'open';

alter table court.courts add column signs_with_second_factor boolean not null default false;
comment on column court.courts.signs_with_second_factor is
  'Whether a draft of this court is signed or rejected only after a second factor (aal2).';

create index texts_sealed on court.texts (case_id) where sealed;
create index events_heads on court.events (case_id, seq) where type = 'head-signed';

-- ------------------------------------------------------------------------------------------------ seats

-- Nobody is put out of a seat by a rival: whoever sits there leaves, or a clerk of the court frees it.
drop policy seats_change_hands on court.seats;
create policy seats_change_hands on court.seats for update to court_writer
  using ((select court.is_person()) and (select court.may_sit(case_id, seat))
    and (person_id is null or person_id = (select auth.uid())))
  with check (person_id is null or person_id = (select auth.uid()));
create policy the_registry_names_minds on court.seats for insert to court_writer
  with check (person_id is null and (select court.is_person())
    and court_id = any ((select court.courts_where('clerk'))::uuid[]));
create policy the_registry_frees_seats on court.seats for update to court_writer
  using ((select court.is_person()) and court_id = any ((select court.courts_where('clerk'))::uuid[]))
  with check (person_id is null);

-- ----------------------------------------------------------------------------------------------- drafts

-- Beside what who_acts_writes asks: the judge sits in the judge's seat, and has shown a second factor where
-- the court wants one.
create policy who_signs_sits_there on court.events as restrictive for insert to court_writer
  with check (
    type <> 'draft-decided'
    or (exists (select from court.seats as s
                 where s.case_id = events.case_id and s.seat = 'judge'
                   and s.person_id = (select auth.uid()))
      and ((auth.jwt() ->> 'aal') = 'aal2'
        or not exists (select from court.courts as c
                        where c.id = events.court_id and c.signs_with_second_factor)))
  );

-- -------------------------------------------------------------------------------------------------- news

-- Whoever holds the case in memory reads it anew where a text left it, or was sealed or opened.
create function court.tell_of_texts() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform pg_notify('court_texts', c.record) from court.cases as c where c.id = old.case_id;
  return null;
end
$$;
create trigger texts_change after delete or update of sealed on court.texts
  for each row execute function court.tell_of_texts();

-- A sitting that opens, closes or is called off is news of its case, though no event of its record.
create function court.tell_of_hearing() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform pg_notify('court_record', c.version || ' ' || c.record) from court.cases as c where c.id = new.case_id;
  return null;
end
$$;
create trigger hearings_change after update of state on court.hearings
  for each row execute function court.tell_of_hearing();

-- ---------------------------------------------------------------------------------------------- repeats

-- A request that came to nothing gives its key back; the policy repeats_are_ones_own covers it.
grant delete on court.idempotency_keys to court_writer;

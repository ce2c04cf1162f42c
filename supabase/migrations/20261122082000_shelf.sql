-- Documents on the shelf of a case: what came inside another one, what reading it told, what leaves with its
-- key, and that papers come and go before the case is filed and never after.

-- Name and plain hash could be guessed from a copy, so they leave with the key.
alter table court.documents
  alter column name drop not null,
  alter column sha256 drop not null,
  alter column key_version drop not null,
  alter column filed_at type timestamptz(3),
  -- The e-mail that this came in with, and its place there.
  add column inside uuid references court.documents on delete cascade,
  add column inside_n integer,
  add column language text check (language in ('en', 'es')),
  add column pages integer check (pages >= 0),
  add column warnings jsonb not null default '[]',
  add constraint erased_is_gone check (
    (erased_at is null) = (name is not null)
    and (erased_at is null) = (sha256 is not null)
    and (erased_at is null) = (key_version is not null)),
  add constraint inside_has_a_place check ((inside is null) = (inside_n is null));
create unique index documents_by_name on court.documents (case_id, name) where inside is null and erased_at is null;
create index documents_by_inside on court.documents (inside, inside_n);

create policy papers_come_before_filing on court.documents as restrictive for insert to court_writer
  with check (exists (select from court.cases as c where c.id = case_id and c.version = 0));

grant delete on court.documents to court_writer;
create policy papers_go_before_filing on court.documents for delete to court_writer
  using (
    (select court.scope_allows('documents:write'))
    and (filed_by = (select auth.uid())
      or court_id = any ((select court.courts_where('clerk'))::uuid[]))
    and exists (select from court.cases as c where c.id = case_id and c.version = 0)
  );

-- Whether a text of the record is sealed follows its document; its words and its hash never change.
grant update (sealed) on court.texts to service_role;

-- What a list shows of an imported work, so that nobody reads a whole code for it.
alter table court.law_works
  add column title text not null default '',
  add column standing text not null default 'official' check (standing in ('official', 'summary')),
  add column articles integer not null default 0 check (articles >= 0);

-- Words of a sealed document stay sealed wherever they are quoted: a text that comes into the record as a
-- quote from it is sealed from the beginning. What was quoted before is sealed with the document.
create index documents_sealed on court.documents (case_id) where sealed and exhibit is not null;

create function court.seal_quotes() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if not new.sealed then
    new.sealed := exists (
      select from court.documents as d
        join court.events as e on e.case_id = d.case_id and e.seq = new.seq
       where d.case_id = new.case_id and d.sealed and d.exhibit is not null
         and jsonb_path_exists(e.line::jsonb, '$.** ? (@.source == $exhibit && @.quote.sealed == $hash)',
           jsonb_build_object('exhibit', d.exhibit, 'hash', new.hash)));
  end if;
  return new;
end
$$;
revoke execute on function court.seal_quotes from public;
create trigger quotes_are_sealed before insert on court.texts
  for each row execute function court.seal_quotes();

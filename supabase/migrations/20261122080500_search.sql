-- Search: an inverted index of the court's own, of documents, articles of law and the captions of cases.
--
-- Why not a GIN index on a tsvector: its operator is not leakproof, so under row security the planner may not
-- use it, and every search would read every passage. Equality of text and of integers is leakproof. What a
-- search costs depends on what the caller may see, and on nothing else.
--
-- The triggers index in the transaction that writes the passages, and seal in the one that seals.

-- ------------------------------------------------------------------------------------------------- words

-- Letters without accents and all marks as spaces, so that words are told by spaces alone, in any locale.
create function court.search_plain(original text) returns text
  language sql immutable strict parallel safe set search_path = ''
  return regexp_replace(
    case
      -- Most texts of English are plain already, and the list is what costs time.
      when octet_length(original) = char_length(original) then original
      else translate(
        normalize(original, NFC),
        'ÁÀÂÄÃÅáàâäãåÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÖÕóòôöõÚÙÛÜúùûüÑñÇçÝýÿ'
          || U&'\00A0\00A1\00A7\00AA\00AB\00B0\00B7\00BA\00BB\00BF\2010\2011\2012\2013\2014\2015\2018\2019\201A\201C\201D\201E\2022\2026\2032\2033\2039\203A\20AC\00A3\FEFF\200B',
        'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOoooooUUUUuuuuNnCcYyy' || repeat(' ', 32))
    end,
    '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+', ' ', 'g');

-- The stem of a folded word (Snowball); empty for a word that says nothing. Folding takes the accent by
-- which the Spanish stemmer knows «-ción», so it is put back, in texts and in questions alike.
create function court.search_stem(word text, language text) returns text
  language sql immutable strict parallel safe set search_path = ''
  return coalesce(case language
    when 'es' then (ts_lexize('pg_catalog.spanish_stem', regexp_replace(left(word, 60), '([cs])ion$', '\1ión')))[1]
    else (ts_lexize('pg_catalog.english_stem', left(word, 60)))[1]
  end, '');

-- The names of the sides in a caption: «Larch v. Rowan», «Larch con Rowan».
create function court.search_sides(caption text) returns text[]
  language sql immutable strict parallel safe set search_path = ''
  return array(
    select left(trim(side), 200)
      from regexp_split_to_table(caption, '\s+(?:v|vs|c|con|contra|versus)[./]?\s+', 'i') as side
     where trim(side) <> '');
alter table court.cases add column sides text[] generated always as (court.search_sides(caption)) stored;

-- ------------------------------------------------------------------------------------------------- tables

-- Articles of the works of law that a court imported, as the court's software read them.
create table court.law_articles (
  law_id uuid not null references court.law_works on delete cascade,
  n integer not null check (n > 0),
  court_id uuid not null references court.courts,
  article text not null,
  label text not null,
  language text not null check (language in ('en', 'es')),
  text text not null,
  primary key (law_id, n)
);

-- What is found as one: a document, a work of law, or the caption of a case.
create table court.search_documents (
  id integer generated always as identity primary key,
  court_id uuid not null references court.courts on delete cascade,
  case_id uuid references court.cases on delete cascade,
  document_id uuid references court.documents on delete cascade,
  law_id uuid references court.law_works on delete cascade,
  sealed boolean not null,
  language text not null,
  passages integer not null,
  words bigint not null,
  check (num_nonnulls(case_id, law_id) = 1),
  check (document_id is null or case_id is not null)
);
create unique index search_documents_by_document on court.search_documents (document_id) where document_id is not null;
create unique index search_documents_by_law on court.search_documents (law_id) where law_id is not null;
create unique index search_documents_by_caption on court.search_documents (case_id)
  where document_id is null and case_id is not null;
create index search_documents_by_case on court.search_documents (case_id);
create index search_documents_by_court on court.search_documents (court_id);

-- In which passages of a document a word stands. `word` is a stem; `=word` a name or a number as written;
-- `<drow` the same from its end, for finding it in spite of a slip, and in no passage.
create table court.search_postings (
  word text collate "C" not null,
  doc integer not null references court.search_documents on delete cascade,
  -- For each passage its number, how often the word stands there (12 bits) and how many words it has (20 bits).
  places bigint[] not null,
  primary key (word, doc)
);
create index search_postings_by_doc on court.search_postings (doc);

-- ------------------------------------------------------------------------------------------------- rights

do $$
declare
  each text;
begin
  foreach each in array array['law_articles', 'search_documents', 'search_postings'] loop
    execute format('alter table court.%I enable row level security', each);
    execute format('alter table court.%I force row level security', each);
    execute format('revoke all on court.%I from public, anon', each);
    execute format('grant select, insert, update, delete on court.%I to service_role', each);
    execute format('grant select on court.%I to authenticated', each);
    execute format('grant select, insert, delete on court.%I to court_writer', each);
    execute format('create policy the_court_works on court.%I to service_role using (true) with check (true)', each);
  end loop;
end
$$;
grant update on court.search_documents to court_writer;

create policy law_is_read on court.law_articles for select to authenticated, court_writer
  using (court_id = any ((select court.own_courts())::uuid[]));
create policy law_is_imported on court.law_articles for insert to court_writer
  with check (court_id = any ((select court.courts_where('administrator', 'clerk'))::uuid[])
    and (select court.scope_allows('law:write'))
    and exists (select from court.law_works as l where l.id = law_id and l.court_id = law_articles.court_id));
create policy law_is_withdrawn on court.law_articles for delete to court_writer
  using (court_id = any ((select court.courts_where('administrator', 'clerk'))::uuid[])
    and (select court.scope_allows('law:write')));

create policy what_is_seen_is_found on court.search_documents for select to authenticated, court_writer
  using (
    (exists (select from court.cases as c where c.id = case_id)
      and (not sealed
        or document_id is null
        or court_id = any ((select court.courts_where('clerk'))::uuid[])
        or case_id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))))
    or (law_id is not null and court_id = any ((select court.own_courts())::uuid[]))
  );
create policy what_is_written_is_indexed on court.search_documents for insert to court_writer
  with check (
    exists (select from court.documents as d where d.id = document_id)
    or (document_id is null and exists (select from court.cases as c where c.id = case_id))
    or exists (select from court.law_works as l where l.id = law_id)
  );
create policy what_is_written_is_counted on court.search_documents for update to court_writer
  using (id is not null);
create policy what_goes_is_not_found on court.search_documents for delete to court_writer
  using (id is not null);

create policy what_is_seen_is_found on court.search_postings for select to authenticated, court_writer
  using (doc in (select s.id from court.search_documents as s));
create policy what_is_written_is_indexed on court.search_postings for insert to court_writer
  with check (exists (select from court.search_documents as s where s.id = doc));
create policy what_goes_is_not_found on court.search_postings for delete to court_writer
  using (exists (select from court.search_documents as s where s.id = doc));

-- ----------------------------------------------------------------------------------------------- indexing

-- Writes the words of documents that search knows already. `texts`: [{doc, n, text}].
create function court.search_write(texts jsonb) returns void
  language plpgsql set search_path = ''
as $$
begin
  with piece as materialized (
    select s.id as doc, t.n, s.language, t.text
      from jsonb_to_recordset(texts) as t (doc integer, n integer, text text)
      join court.search_documents as s on s.id = t.doc
  ), token as materialized (
    select doc, n, language, raw, left(lower(raw), 60) as word
      from piece, string_to_table(court.search_plain(piece.text), ' ') as raw
     where raw <> ''
  ), vocabulary as materialized (
    select language, word, court.search_stem(word, language) as stem
      from (select distinct language, word from token) as spoken
  ), sized as materialized (
    select doc, n, count(*)::integer as length from token group by doc, n
  ), named as materialized (
    select token.doc, token.n, token.word
      from token join vocabulary using (language, word)
     where (token.raw <> lower(token.raw) and vocabulary.stem <> '') or token.word ~ '[0-9]'
    union all
    -- A docket number is one word, whatever marks part it: C-1234-2024.
    select piece.doc, piece.n, left(lower(regexp_replace(number[1], '[-/.]', '', 'g')), 60)
      from piece, regexp_matches(piece.text, '([A-Za-z0-9]{1,20}(?:[-/.][A-Za-z0-9]{1,20}){1,6})', 'g') as number
     where number[1] ~ '[0-9]'
  ), counted as (
    select doc, n, stem as key, count(*)::integer as times
      from token join vocabulary using (language, word) where stem <> '' group by doc, n, stem
    union all
    select doc, n, '=' || word, count(*)::integer from named group by doc, n, word
  )
  insert into court.search_postings (word, doc, places)
  select key, doc,
         array_agg((n::bigint << 32) | (least(times, 4095)::bigint << 20) | least(length, 1048575) order by n)
    from counted join sized using (doc, n) group by key, doc
  union all
  select distinct '<' || reverse(word), doc, '{}'::bigint[] from named;

  update court.search_documents as s
     set passages = told.passages, words = told.words
    from (select t.doc, count(*) as passages,
            sum(cardinality(string_to_array(court.search_plain(t.text), ' '))) as words
            from jsonb_to_recordset(texts) as t (doc integer, n integer, text text) group by t.doc) as told
   where s.id = told.doc;
end
$$;

-- Documents as their passages stand now.
create function court.search_index_documents(wanted uuid[]) returns void
  language plpgsql set search_path = ''
as $$
declare
  texts jsonb;
begin
  delete from court.search_documents where document_id = any (wanted);
  insert into court.search_documents (court_id, case_id, document_id, sealed, language, passages, words)
  select d.court_id, d.case_id, d.id, p.sealed or d.sealed, coalesce(d.language, c.language, 'en'), 0, 0
    from (select document_id, bool_or(sealed) as sealed from court.passages
           where document_id = any (wanted) group by document_id) as p
    join court.documents as d on d.id = p.document_id
    join court.cases as c on c.id = d.case_id
   where d.erased_at is null;
  select jsonb_agg(jsonb_build_object('doc', s.id, 'n', p.n, 'text', p.text)) into texts
    from court.search_documents as s join court.passages as p on p.document_id = s.document_id
   where s.document_id = any (wanted);
  if texts is not null then perform court.search_write(texts); end if;
end
$$;

-- The captions and docket numbers of cases as they stand now.
create function court.search_index_cases(wanted uuid[]) returns void
  language plpgsql set search_path = ''
as $$
declare
  texts jsonb;
begin
  delete from court.search_documents where case_id = any (wanted) and document_id is null;
  insert into court.search_documents (court_id, case_id, sealed, language, passages, words)
  select c.court_id, c.id, c.sealed, c.language, 0, 0
    from court.cases as c
   where c.id = any (wanted) and (c.caption <> '' or c.number is not null);
  select jsonb_agg(jsonb_build_object('doc', s.id, 'n', 1, 'text', concat_ws(' · ', c.number, c.caption)))
    into texts
    from court.search_documents as s join court.cases as c on c.id = s.case_id
   where s.case_id = any (wanted) and s.document_id is null;
  if texts is not null then perform court.search_write(texts); end if;
end
$$;

-- Works of law as their articles stand now.
create function court.search_index_law(wanted uuid[]) returns void
  language plpgsql set search_path = ''
as $$
declare
  texts jsonb;
begin
  delete from court.search_documents where law_id = any (wanted);
  insert into court.search_documents (court_id, law_id, sealed, language, passages, words)
  select court_id, law_id, false, min(language), 0, 0
    from court.law_articles where law_id = any (wanted) group by court_id, law_id;
  select jsonb_agg(jsonb_build_object('doc', s.id, 'n', a.n, 'text', a.text)) into texts
    from court.search_documents as s join court.law_articles as a on a.law_id = s.law_id
   where s.law_id = any (wanted);
  if texts is not null then perform court.search_write(texts); end if;
end
$$;

create function court.search_on_passages() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform court.search_index_documents(array(select distinct document_id from changed));
  return null;
end
$$;
create trigger search_new_passages after insert on court.passages
  referencing new table as changed for each statement execute function court.search_on_passages();
create trigger search_gone_passages after delete on court.passages
  referencing old table as changed for each statement execute function court.search_on_passages();

-- Sealing changes nobody's words.
create function court.search_seal(wanted uuid[]) returns void
  language sql set search_path = ''
as $$
  update court.search_documents as s
     set sealed = d.sealed or exists (select from court.passages as p where p.document_id = d.id and p.sealed)
    from court.documents as d
   where s.document_id = any (wanted) and d.id = s.document_id
$$;

create function court.search_on_sealed() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform court.search_seal(array[new.id]);
  return null;
end
$$;
create trigger search_sealed_document after update of sealed on court.documents
  for each row when (old.sealed <> new.sealed) execute function court.search_on_sealed();

create function court.search_on_changed_passages() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if exists (select from before as b join changed as n using (document_id, n) where b.text <> n.text) then
    perform court.search_index_documents(array(select distinct document_id from changed));
  else
    perform court.search_seal(array(select distinct document_id from changed));
  end if;
  return null;
end
$$;
create trigger search_changed_passages after update on court.passages
  referencing old table as before new table as changed
  for each statement execute function court.search_on_changed_passages();

create function court.search_on_case() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform court.search_index_cases(array[new.id]);
  return null;
end
$$;
create trigger search_new_case after insert on court.cases
  for each row execute function court.search_on_case();
create trigger search_renamed_case after update of caption, number, language on court.cases
  for each row
  when (old.caption is distinct from new.caption or old.number is distinct from new.number
    or old.language is distinct from new.language)
  execute function court.search_on_case();

create function court.search_on_law() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  perform court.search_index_law(array(select distinct law_id from changed));
  return null;
end
$$;
create trigger search_new_articles after insert on court.law_articles
  referencing new table as changed for each statement execute function court.search_on_law();
create trigger search_gone_articles after delete on court.law_articles
  referencing old table as changed for each statement execute function court.search_on_law();

-- Everything anew, for a court that had passages before it had this, and after a change of the stemmers.
create function court.search_reindex() returns integer
  language plpgsql set search_path = ''
as $$
declare
  one uuid;
begin
  delete from court.search_documents;
  for one in select id from court.cases loop
    perform court.search_index_cases(array[one]);
  end loop;
  for one in select id from court.documents where erased_at is null loop
    perform court.search_index_documents(array[one]);
  end loop;
  for one in select distinct law_id from court.law_articles loop
    perform court.search_index_law(array[one]);
  end loop;
  return (select count(*) from court.search_documents);
end
$$;

do $$
declare
  each regprocedure;
begin
  for each in select p.oid::regprocedure from pg_proc as p
               where p.pronamespace = 'court'::regnamespace and p.proname like 'search\_%' loop
    execute format('revoke execute on function %s from public', each);
    execute format('grant execute on function %s to service_role', each);
    if each::text not like '%search_reindex%' then
      execute format('grant execute on function %s to court_writer', each);
    end if;
  end loop;
end
$$;
grant execute on function court.search_plain(text), court.search_stem(text, text), court.search_sides(text)
  to authenticated;

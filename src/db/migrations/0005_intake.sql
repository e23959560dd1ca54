-- Intake: what learning systems told us, row by row, with where each row came from.

create table mapping_profile (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  slug text collate "C" not null,
  -- JSON as text: the order of its members means something, and jsonb forgets it
  document text not null,
  revision int not null default 1,
  created timestamptz not null,
  changed timestamptz not null,
  changed_by text not null,
  unique (organisation, slug)
);

create table import (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  profile text not null,
  -- the profile as it was then, as text for the same reason
  profile_document text not null,
  state text not null check (state in ('open', 'reading', 'previewed', 'importing', 'imported', 'failed', 'discarded', 'undone')),
  created timestamptz not null,
  created_by text not null,
  confirmed timestamptz,
  confirmed_by text,
  finished timestamptz,
  undone timestamptz,
  undone_by text,
  -- {fact: {new, changed, unchanged}}
  counts jsonb not null default '{}',
  refused int not null default 0,
  -- {rows, bytes, total, since}
  progress jsonb not null default '{}',
  failure jsonb,
  -- the reading that is under way; one that was thought dead finds another's name here and stops
  attempt text,
  -- how many imports and undoings there had been when the staged facts were compared with what is stored
  weighed int
);
create index import_of_organisation on import (organisation, id desc);

create table import_file (
  import text collate "C" not null references import (id),
  name text not null,
  organisation text collate "C" not null,
  bytes bigint not null,
  digest bytea not null,
  blob text not null,
  primary key (import, name)
);

create table import_refusal (
  import text collate "C" not null references import (id),
  number int not null,
  organisation text collate "C" not null,
  file text not null,
  line int not null,
  "column" text not null default '',
  code text not null,
  "values" jsonb not null default '{}',
  primary key (import, number)
);

-- Staged facts: what an import will do, before anybody has said yes. Emptied when it is over. Keys that a kind lacks are ''.
create table import_fact (
  organisation text collate "C" not null,
  import text collate "C" not null,
  number int not null,
  kind text not null,
  offering_key text collate "C" not null,
  learner_key text collate "C" not null,
  line_item_key text collate "C" not null,
  -- names and e-mails sealed
  fact jsonb not null,
  digest text collate "C" not null,
  file text not null,
  line int not null,
  effect text not null default 'new' check (effect in ('new', 'changed', 'unchanged')),
  -- the id of the row that this fact becomes where it becomes one
  target text collate "C" not null,
  -- the row that says this already, or says it differently
  stored text collate "C",
  primary key (import, kind, number)
);

-- Fresh rows have no statistics yet, and the next statements join all of them.
create function analyse_intake() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze import_fact, learner, offering, line_item, enrolment, result;
end $$;

create table learner (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  key text collate "C" not null,
  -- verified identity, once there is one
  person text collate "C" references person (id),
  -- name and e-mail, sealed with the learner's own data key
  sealed bytea,
  -- keyed hashes of the e-mail and of the beginnings of the name's words, for searching what is sealed
  search_hashes text[] not null default '{}',
  digest text collate "C" not null,
  import text collate "C" not null,
  file text not null,
  line int not null,
  created timestamptz not null,
  unique (organisation, key)
);
create index learner_search on learner using gin (search_hashes);

-- Destroying the row erases the learner's sealed data everywhere.
create table learner_key (
  learner text collate "C" primary key references learner (id),
  organisation text collate "C" not null,
  wrapped bytea not null
);

create table offering (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  key text collate "C" not null,
  course text collate "C" not null,
  title text not null,
  starts_on date,
  ends_on date,
  micro_credential text collate "C" references micro_credential (id),
  digest text collate "C" not null,
  import text collate "C" not null,
  file text not null,
  line int not null,
  created timestamptz not null,
  unique (organisation, key)
);
create index offering_of_micro_credential on offering (micro_credential);

create table line_item (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  offering text collate "C" not null references offering (id),
  key text collate "C" not null,
  title text not null,
  category text not null,
  weight double precision,
  maximum double precision,
  due_on date,
  digest text collate "C" not null,
  import text collate "C" not null,
  file text not null,
  line int not null,
  created timestamptz not null,
  unique (organisation, offering, key)
);
create index line_item_of_offering on line_item (offering);

create table enrolment (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  offering text collate "C" not null references offering (id),
  learner text collate "C" not null references learner (id),
  status text not null,
  starts_on date,
  ends_on date,
  -- since something was issued on it; from then on the rows behind it are not undone
  settled timestamptz,
  digest text collate "C" not null,
  import text collate "C" not null,
  file text not null,
  line int not null,
  created timestamptz not null,
  unique (organisation, offering, learner)
);
create index enrolment_of_learner on enrolment (learner);
create index enrolment_of_offering on enrolment (offering, id);
create index enrolment_of_import on enrolment (import);

-- Append-only. A corrected result is a new row; the old one names what took its place. A final outcome has no line item.
create table result (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  enrolment text collate "C" not null references enrolment (id),
  line_item text collate "C" references line_item (id),
  score double precision,
  outcome text,
  says text,
  submitted_on date,
  carried_over boolean not null default false,
  digest text collate "C" not null,
  import text collate "C" not null,
  file text not null,
  line int not null,
  created timestamptz not null,
  superseded_by text collate "C" references result (id) deferrable initially deferred
);
create unique index result_now on result (enrolment, line_item) nulls not distinct where superseded_by is null;
create index result_of_enrolment on result (enrolment);
create index result_of_line_item on result (line_item);
create index result_of_import on result (import);
create index result_superseded on result (superseded_by) where superseded_by is not null;

-- What a row was before an import changed it, so that the import can be undone.
create table import_change (
  import text collate "C" not null references import (id),
  target text collate "C" not null,
  organisation text collate "C" not null,
  before jsonb not null,
  primary key (import, target)
);
create index import_change_over on import_change ((before ->> 'import'));

create function result_is_kept() returns trigger language plpgsql as $$
begin
  if row(new.id, new.enrolment, new.line_item, new.score, new.outcome, new.says, new.submitted_on, new.carried_over, new.digest, new.import, new.file, new.line, new.created)
     is distinct from
     row(old.id, old.enrolment, old.line_item, old.score, old.outcome, old.says, old.submitted_on, old.carried_over, old.digest, old.import, old.file, old.line, old.created)
  then raise exception 'a result is never changed, only superseded';
  end if;
  return new;
end $$;
create trigger result_kept before update on result for each row execute function result_is_kept();

do $$
declare t text;
begin
  foreach t in array array['mapping_profile','import','import_file','import_refusal','import_fact','learner','learner_key','offering','line_item','enrolment','result','import_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own on %I using (organisation = (select current_setting(''app.scope'', true)))', t);
    execute format('grant select, insert, update, delete on %I to testamur_app', t);
    execute format('grant insert, select on %I to testamur_bulk', t);
  end loop;
end $$;

-- Designs: a draft that many may edit, and published versions that never change.

create table micro_credential (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  -- the institution's own course code, by which results find their way here
  key text not null,
  -- SHA-256 of the draft as it would be published; equal to the last version's when nothing has changed
  draft_digest bytea,
  created timestamptz not null,
  created_by text not null,
  retired timestamptz,
  retired_by text,
  unique (organisation, key)
);
create index micro_credential_of_organisation on micro_credential (organisation, id desc);

-- one JSON document a step, each with its own revision
create table design_draft (
  micro_credential text collate "C" not null references micro_credential (id),
  step text not null,
  organisation text collate "C" not null,
  document jsonb not null,
  revision int not null default 1,
  changed timestamptz not null,
  changed_by text not null,
  primary key (micro_credential, step)
);

create table design_version (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  micro_credential text collate "C" not null references micro_credential (id),
  number int not null,
  schema_version int not null,
  -- canonical JSON (RFC 8785) and its SHA-256
  document text not null,
  digest bytea not null,
  published timestamptz not null,
  published_by text not null,
  unique (micro_credential, number)
);

-- the version's outcomes as rows: targets for the evidence graph
create table design_outcome (
  design_version text collate "C" not null references design_version (id),
  outcome text collate "C" not null,
  organisation text collate "C" not null,
  position int not null,
  text text not null,
  primary key (design_version, outcome)
);

create function published_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a published version never changes';
end $$;
create trigger design_version_kept before update or delete on design_version for each row execute function published_is_final();
create trigger design_outcome_kept before update or delete on design_outcome for each row execute function published_is_final();

create table image (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  digest bytea not null,
  width int not null,
  height int not null,
  bytes bytea not null,
  created timestamptz not null,
  created_by text not null
);

alter table micro_credential enable row level security;
alter table micro_credential force row level security;
create policy own on micro_credential using (organisation = (select current_setting('app.scope', true)));
alter table design_draft enable row level security;
alter table design_draft force row level security;
create policy own on design_draft using (organisation = (select current_setting('app.scope', true)));
alter table design_version enable row level security;
alter table design_version force row level security;
create policy own on design_version using (organisation = (select current_setting('app.scope', true)));
alter table design_outcome enable row level security;
alter table design_outcome force row level security;
create policy own on design_outcome using (organisation = (select current_setting('app.scope', true)));
alter table image enable row level security;
alter table image force row level security;
create policy own on image using (organisation = (select current_setting('app.scope', true)));

-- what credentials refer to is shown to whoever verifies them
create policy known on design_version for select using ((select current_setting('app.scope', true)) = 'public');

grant select, insert on micro_credential, design_version, design_outcome, image to testamur_app;
grant update (retired, retired_by, draft_digest) on micro_credential to testamur_app;
grant select, insert, update on design_draft to testamur_app;

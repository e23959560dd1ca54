-- Issuing: rule → decision → award → credential, and the status of each credential afterwards.

create table issuing_rule (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  micro_credential text collate "C" not null references micro_credential (id),
  version int not null,
  rule jsonb not null,
  note text,
  created timestamptz not null,
  created_by text not null,
  unique (micro_credential, version)
);

create table release (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  title text not null,
  state text not null check (state in ('preparing', 'prepared', 'issuing', 'issued', 'cancelled')),
  created timestamptz not null,
  created_by text not null,
  -- which micro-credentials (each with its rule and design version) and which offerings
  asks jsonb not null,
  released timestamptz,
  released_by text,
  finished timestamptz,
  cancelled timestamptz,
  cancelled_by text,
  -- which run of the preparing job writes the lines; an earlier one that still lives stops
  attempt text,
  progress jsonb not null default '{}',
  failure jsonb
);
create index release_of_organisation on release (organisation, id desc);

-- One rule's answer about one enrolment, frozen with the rows that decided. The import behind it may still be undone until something
-- is issued, so only the award refers to the enrolment by a foreign key.
create table decision (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  enrolment text collate "C" not null,
  issuing_rule text collate "C" not null references issuing_rule (id),
  verdict text not null check (verdict in ('qualifies', 'does_not_qualify', 'cannot_tell')),
  explanation jsonb not null,
  results text[] not null,
  decided timestamptz not null
);
create index decision_of_enrolment on decision (enrolment);

create table award (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  micro_credential text collate "C" not null references micro_credential (id),
  enrolment text collate "C" not null references enrolment (id),
  learner text collate "C" not null references learner (id),
  decision text collate "C" not null references decision (id),
  awarded timestamptz not null,
  unique (organisation, micro_credential, enrolment)
);

create index award_of_enrolment on award (enrolment);
create index award_of_learner on award (learner);

create table status_list (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  purpose text not null check (purpose in ('revocation', 'suspension')),
  length int not null,
  next int not null default 0,
  bits bytea not null,
  created timestamptz not null,
  changed timestamptz not null,
  full_since timestamptz,
  -- the signed list as last served, and which state of the bits it shows
  document text,
  document_signed timestamptz,
  document_of timestamptz
);
-- Draws each place's index so that outsiders see chance; apart, because the list itself is public.
create table status_list_key (
  status_list text collate "C" primary key references status_list (id),
  organisation text collate "C" not null,
  permutation_key bytea not null
);
create unique index status_list_open on status_list (organisation, purpose) where full_since is null;

-- The credential's id and its places on the status lists are fixed here, before signing.
create table release_line (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  release text collate "C" not null references release (id),
  micro_credential text collate "C" not null references micro_credential (id),
  design_version text collate "C" references design_version (id),
  enrolment text collate "C" not null,
  learner text collate "C" not null,
  offering text collate "C" not null,
  decision text collate "C" not null references decision (id),
  verdict text not null,
  state text not null check (state in ('ready', 'held', 'excluded', 'not_due', 'already_awarded', 'issued', 'failed')),
  -- why it was held or excluded, sealed with the learner's data key
  reason bytea,
  decided_by text,
  credential text collate "C",
  revocation_list text collate "C" references status_list (id),
  revocation_index int,
  suspension_list text collate "C" references status_list (id),
  suspension_index int,
  failure jsonb,
  unique (release, micro_credential, enrolment)
);
create index release_line_of_enrolment on release_line (enrolment);
create index release_line_by_state on release_line (release, state, id);

create table credential (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  award text collate "C" not null references award (id),
  micro_credential text collate "C" not null,
  design_version text collate "C" not null references design_version (id),
  enrolment text collate "C" not null,
  offering text collate "C" not null,
  learner text collate "C" not null,
  release text collate "C",
  signing_key text collate "C" not null references signing_key (id),
  title text not null,
  issued timestamptz not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  revocation_list text collate "C" not null references status_list (id),
  revocation_index int not null,
  suspension_list text collate "C" not null references status_list (id),
  suspension_index int not null,
  -- SHA-256 of the signed document's bytes
  digest bytea not null,
  unique (revocation_list, revocation_index),
  unique (suspension_list, suspension_index)
);
create index credential_of_organisation on credential (organisation, id desc);
create index credential_of_award on credential (award);
create index credential_of_learner on credential (learner);
create index credential_of_micro_credential on credential (micro_credential, id desc);

-- The signed document: compressed, sealed with the learner's data key, and never queried inside.
create table credential_body (
  credential text collate "C" primary key references credential (id),
  organisation text collate "C" not null,
  body bytea not null
);
alter table credential_body alter column body set storage external;

create table revocation (
  credential text collate "C" primary key references credential (id),
  organisation text collate "C" not null,
  reason bytea not null,
  revoked timestamptz not null,
  revoked_by text not null
);

create table suspension (
  id text collate "C" primary key,
  credential text collate "C" not null references credential (id),
  organisation text collate "C" not null,
  reason bytea not null,
  suspended timestamptz not null,
  suspended_by text not null,
  lifted timestamptz,
  lifted_by text
);
create unique index suspension_now on suspension (credential) where lifted is null;

-- A link by which a stranger may see one credential. The token itself is never stored.
create table share (
  id text collate "C" primary key,
  organisation text collate "C" not null,
  credential text collate "C" not null references credential (id),
  token_hash bytea not null unique,
  created timestamptz not null,
  created_by text not null,
  expires timestamptz,
  ended timestamptz,
  ended_by text
);
create index share_of_credential on share (credential);

do $$
declare t text;
begin
  foreach t in array array['issuing_rule','release','decision','award','status_list','status_list_key','release_line','credential','credential_body','revocation','suspension','share'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own on %I using (organisation = (select current_setting(''app.scope'', true)))', t);
    execute format('grant select, insert on %I to testamur_app', t);
    execute format('grant select, insert on %I to testamur_bulk', t);
  end loop;
end $$;
-- status lists and the owners of links are looked up by strangers
create policy known on status_list for select using ((select current_setting('app.scope', true)) = 'public');
create policy known on share for select using ((select current_setting('app.scope', true)) = 'public');
grant update on release, release_line, status_list to testamur_app;
-- preparing again begins anew
grant delete on decision, release_line to testamur_app;
grant update (lifted, lifted_by) on suspension to testamur_app;
grant update (ended, ended_by) on share to testamur_app;

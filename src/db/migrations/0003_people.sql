-- People (global), their sessions and passwords, their roles in organisations, and invitations.

create table person (
  id text collate "C" primary key,
  email text not null,
  name text not null,
  password text,
  demonstration boolean not null default false,
  created timestamptz not null
);
create unique index person_email on person (lower(email));

create table session (
  token_hash bytea primary key,
  person text collate "C" not null references person (id) on delete cascade,
  created timestamptz not null,
  expires timestamptz not null,
  ended timestamptz
);
create index session_of_person on session (person);

create table password_reset (
  token_hash bytea primary key,
  person text collate "C" not null references person (id) on delete cascade,
  created timestamptz not null,
  expires timestamptz not null,
  used timestamptz
);
create index password_reset_of_person on password_reset (person);

create table membership (
  organisation text collate "C" not null references organisation (id),
  person text collate "C" not null references person (id),
  roles text[] not null,
  created timestamptz not null,
  primary key (organisation, person)
);
create index membership_of_person on membership (person);

create table invitation (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  email text not null,
  roles text[] not null,
  token_hash bytea not null unique,
  invited_by text not null,
  created timestamptz not null,
  expires timestamptz not null,
  accepted timestamptz,
  withdrawn timestamptz
);
create index invitation_of_organisation on invitation (organisation, id desc);

alter table person enable row level security;
alter table person force row level security;
-- an organisation sees its members; the door, signing people in, is the installation
create policy self on person using (id = (select current_setting('app.scope', true)));
create policy door on person using ((select current_setting('app.scope', true)) = 'installation');
create policy colleague on person for select using (
  exists (select 1 from membership m where m.person = person.id and m.organisation = (select current_setting('app.scope', true))));
alter table session enable row level security;
alter table session force row level security;
create policy self on session using (person = (select current_setting('app.scope', true)));
create policy door on session using ((select current_setting('app.scope', true)) = 'installation');
alter table password_reset enable row level security;
alter table password_reset force row level security;
create policy door on password_reset using ((select current_setting('app.scope', true)) = 'installation');
alter table membership enable row level security;
alter table membership force row level security;
create policy own on membership using (organisation = (select current_setting('app.scope', true)));
create policy self on membership for select using (person = (select current_setting('app.scope', true)));
create policy door on membership using ((select current_setting('app.scope', true)) = 'installation');
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own on invitation using (organisation = (select current_setting('app.scope', true)));
create policy door on invitation using ((select current_setting('app.scope', true)) = 'installation');

grant select, insert, update on person, session, password_reset, invitation to testamur_app;
grant select, insert, update, delete on membership to testamur_app;
grant delete on session, password_reset to testamur_app;

-- Organisations, the keys they sign with, and who they are to the outside.

create table organisation (
  id text collate "C" primary key,
  -- part of the did:web identifier, so it never changes
  slug text collate "C" not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  name text not null,
  description text,
  url text,
  email text,
  accent text not null default '#2456a6',
  created timestamptz not null,
  revision int not null default 1
);

-- Public halves stay for good: a credential signed with a retired key still verifies.
create table signing_key (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisation (id),
  public_key bytea not null,
  created timestamptz not null,
  retired timestamptz,
  compromised timestamptz
);
create unique index signing_key_in_use on signing_key (organisation) where retired is null and compromised is null;

create table signing_key_secret (
  signing_key text collate "C" primary key references signing_key (id),
  organisation text collate "C" not null,
  wrapped bytea not null
);

alter table organisation enable row level security;
alter table organisation force row level security;
-- founded in its own scope, too, so that its first event and its first member are stored with it or not at all
create policy own on organisation using (id = (select current_setting('app.scope', true)));
-- the public sees who issues: name, site, accent
create policy known on organisation for select using ((select current_setting('app.scope', true)) in ('public', 'installation'));
alter table signing_key enable row level security;
alter table signing_key force row level security;
create policy own on signing_key using (organisation = (select current_setting('app.scope', true)));
create policy known on signing_key for select using ((select current_setting('app.scope', true)) = 'public');
alter table signing_key_secret enable row level security;
alter table signing_key_secret force row level security;
create policy own on signing_key_secret using (organisation = (select current_setting('app.scope', true)));

grant select, insert on organisation to testamur_app;
grant update (name, description, url, email, accent, revision) on organisation to testamur_app;
grant select, insert on signing_key to testamur_app;
grant update (retired, compromised) on signing_key to testamur_app;
grant select, insert, delete on signing_key_secret to testamur_app;

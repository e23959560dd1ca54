-- The ground: the installation itself, and the one stream of events with its dense, chained order.

create table installation (
  one boolean primary key default true check (one),
  created timestamptz not null default now(),
  -- the origin written into credentials; set by the first issue, and then for good
  origin text,
  demonstration boolean not null default false,
  -- the day on which the demonstration story begins
  story_anchor timestamptz
);
insert into installation default values;

-- Ids and salted hashes only: names, reasons and before/after values live in rows that can be erased.
create table event (
  id text collate "C" primary key,
  organisation text collate "C",
  kind text not null,
  about text collate "C" not null,
  detail jsonb not null default '{}',
  actor text not null,
  at timestamptz not null
);
create index event_of_organisation on event (organisation, id desc);
create index event_about on event (about, id);

-- Events waiting for their place, filled by the trigger below so that no writer can forget.
create table event_unplaced (event text collate "C" primary key);

-- Serial columns are not in commit order; one sequencer places events under an advisory lock and chains them.
create table event_position (
  position bigint primary key,
  event text collate "C" not null unique references event (id),
  organisation text collate "C",
  chain bytea not null
);
create index event_position_of_organisation on event_position (organisation, position);

create function place_event_later() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into event_unplaced (event) values (new.id);
  perform pg_notify('event', '');
  return null;
end $$;
create trigger event_told after insert on event for each row execute function place_event_later();

create function event_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed';
end $$;
create trigger event_kept before update or delete on event for each row execute function event_is_final();

alter table event enable row level security;
alter table event force row level security;
create policy own on event for select using (organisation = (select current_setting('app.scope', true)));
create policy door on event for select using (organisation is null and (select current_setting('app.scope', true)) = 'installation');
create policy told on event for insert with check (
  organisation = (select current_setting('app.scope', true))
  or (organisation is null and (select current_setting('app.scope', true)) ~ '^(installation|per_.*)$'));
alter table event_position enable row level security;
alter table event_position force row level security;
create policy own on event_position for select using (organisation = (select current_setting('app.scope', true)));

grant select on installation to testamur_app, testamur_bulk;
grant update (origin, demonstration, story_anchor) on installation to testamur_app;
grant select, insert on event to testamur_app, testamur_bulk;
grant select on event_position to testamur_app;
grant select, insert on event_position to testamur_bulk;
grant select, delete on event_unplaced to testamur_bulk;

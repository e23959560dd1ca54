-- Holders: people whose e-mail address is confirmed see what was issued to them. And each organisation's history counts its own entries.

-- Confirmed by a link that went to the address and nowhere else; the hash is the one by which learners are found, whose addresses are sealed.
alter table person
  add column email_confirmed timestamptz,
  add column email_hash text,
  add constraint person_confirmed check ((email_confirmed is null) = (email_hash is null));

-- A link that was sent to an address, and confirms that the person reads what comes there; to a new one, it changes the account's.
create table email_confirmation (
  token_hash bytea primary key,
  person text collate "C" not null references person (id) on delete cascade,
  email text not null,
  created timestamptz not null,
  expires timestamptz not null,
  used timestamptz
);
create index email_confirmation_of_person on email_confirmation (person);
alter table email_confirmation enable row level security;
alter table email_confirmation force row level security;
create policy door on email_confirmation using ((select current_setting('app.scope', true)) = 'installation');
grant select, insert, update, delete on email_confirmation to testamur_app;

-- By which address the learner was found to be this person: the link holds as long as the source still says that address.
alter table learner add column linked_by text;
create index learner_of_person on learner (person) where person is not null;

create function own_email_hash() returns text language sql stable set search_path = public, pg_temp as $$
  select email_hash from person where id = current_setting('app.scope', true)
$$;

-- A person sees the learners that they are, and those whose address they have confirmed, unless these are somebody else.
create policy theirs on learner for select using (
  (select current_setting('app.scope', true)) like 'per\_%' and (
    (person = (select current_setting('app.scope', true)) and search_hashes @> array[linked_by])
    or (search_hashes @> array[(select own_email_hash())]
      and (person is null or person = (select current_setting('app.scope', true)) or not search_hashes @> array[linked_by]))));

-- What a person holds is issued to a learner that they are linked with.
create policy theirs on credential for select using (
  (select current_setting('app.scope', true)) like 'per\_%' and exists (
    select 1 from learner l
    where l.id = credential.learner and l.person = (select current_setting('app.scope', true)) and l.search_hashes @> array[l.linked_by]));

-- The place in the chain counts the whole installation; this counts an organisation's own events, without gaps.
alter table event_position add column number bigint;
alter table event_position no force row level security;
update event_position set number = counted.number
from (
  select position, row_number() over (partition by organisation order by position) as number
  from event_position where organisation is not null
) as counted
where counted.position = event_position.position;
alter table event_position force row level security;
alter table event_position add constraint event_position_numbered check ((number is null) = (organisation is null));
create unique index event_number on event_position (organisation, number);

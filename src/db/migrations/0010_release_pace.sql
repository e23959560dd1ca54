-- Releases at pace: what thousands of credentials have in common is asked once, and what can be told from elsewhere is not written.

-- Lines are issued in the order of their ids; every ready line up to this one has its credential. Lines that ended otherwise say so themselves.
alter table release add column issued_through text collate "C";

-- Ids and places are drawn when a line is prepared. What was prepared without them is prepared anew by whoever still wants it, and who was
-- held there stays held.
alter table release no force row level security;
alter table release_line no force row level security;
update release set state = 'cancelled', cancelled = now(), cancelled_by = 'system' where state in ('preparing', 'prepared');
update release_line as line set state = 'failed', failure = '{"code": "prepared_before", "values": {}}'
from release where release.id = line.release and release.state = 'issuing' and line.state = 'ready' and line.credential is null;
alter table release force row level security;
alter table release_line force row level security;

-- Ids no longer tell when something was issued.
drop index credential_of_organisation;
create index credential_of_organisation on credential (organisation, issued desc, id desc);

-- As text, byte for byte: deciding again answers the same or not, and that is seen by comparing.
alter table decision alter column explanation type json using explanation::json;

-- A foreign key asks for every row. These columns say the same for all rows of a release, so they are asked for each statement; rows of
-- the tables they name are never deleted (a learner has an enrolment, and the award keeps that), and the organisation must be the same one too.
create function known_in_sets() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  pair text;
  unknown text;
begin
  foreach pair in array tg_argv loop
    execute format(
      'select said.id from (select distinct %1$I as id, organisation from fresh) as said
       where said.id is not null and not exists (select from %2$I as known where known.id = said.id and known.organisation = said.organisation) limit 1',
      split_part(pair, ' ', 1), split_part(pair, ' ', 2)) into unknown;
    if unknown is not null then
      raise foreign_key_violation using message = format('%s.%s names %s, which %s does not have', tg_table_name, split_part(pair, ' ', 1), unknown, split_part(pair, ' ', 2));
    end if;
  end loop;
  return null;
end $$;
grant select (id, organisation) on micro_credential, design_version, signing_key to testamur_bulk;

alter table decision drop constraint decision_issuing_rule_fkey;
create trigger known after insert on decision referencing new table as fresh
  for each statement execute function known_in_sets('issuing_rule issuing_rule');

alter table release_line
  drop constraint release_line_release_fkey,
  drop constraint release_line_micro_credential_fkey,
  drop constraint release_line_design_version_fkey,
  drop constraint release_line_revocation_list_fkey,
  drop constraint release_line_suspension_list_fkey;
create trigger known after insert on release_line referencing new table as fresh
  for each statement execute function known_in_sets(
    'release release', 'micro_credential micro_credential', 'design_version design_version',
    'revocation_list status_list', 'suspension_list status_list');

alter table award drop constraint award_micro_credential_fkey, drop constraint award_learner_fkey;
create trigger known after insert on award referencing new table as fresh
  for each statement execute function known_in_sets('micro_credential micro_credential', 'learner learner');

alter table credential
  drop constraint credential_design_version_fkey,
  drop constraint credential_signing_key_fkey,
  drop constraint credential_revocation_list_fkey,
  drop constraint credential_suspension_list_fkey;
create trigger known after insert on credential referencing new table as fresh
  for each statement execute function known_in_sets(
    'design_version design_version', 'signing_key signing_key', 'revocation_list status_list', 'suspension_list status_list');

-- The transparency log of the installation: what waits for its place, the placed entries, the tiles of the tree, and its signed head.

-- Written by the transaction that it speaks of, in bulk too, and so without an index; the log takes it from here within a second.
create table log_waiting (
  organisation text collate "C" not null,
  kind text collate "C" not null,
  about text collate "C" not null,
  -- SHA-256(salt ‖ statement); the salt is derived, and never stored
  commitment bytea not null check (length(commitment) = 32)
);

create table log_leaf (
  position bigint primary key,
  organisation text collate "C" not null,
  kind text collate "C" not null,
  about text collate "C" not null,
  commitment bytea not null check (length(commitment) = 32),
  -- twice is once
  unique (about, kind)
);

-- 256 hashes a tile, the last one of a level fewer
create table log_tile (
  level int not null,
  number bigint not null,
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, number)
);
alter table log_tile alter column hashes set storage external;

-- The tree as it is, and the last signed checkpoint, which follows it.
create table log_head (
  one boolean primary key default true check (one),
  size bigint not null default 0,
  root bytea not null,
  signed_size bigint not null default 0 check (signed_size <= size),
  checkpoint text
);
insert into log_head (root) values (sha256(''));

-- The installation's own key; the private half is wrapped.
create table log_key (
  one boolean primary key default true check (one),
  public_key bytea not null,
  wrapped bytea not null,
  created timestamptz not null
);

create function log_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the log only grows';
end $$;
create trigger log_leaf_kept before update or delete on log_leaf for each row execute function log_only_grows();
create trigger log_tile_kept before delete on log_tile for each row execute function log_only_grows();
create trigger log_tile_grows before update on log_tile for each row
  when (substring(new.hashes for length(old.hashes)) <> old.hashes or (new.level, new.number) <> (old.level, old.number))
  execute function log_only_grows();
create trigger log_head_kept before delete on log_head for each row execute function log_only_grows();
create trigger log_head_grows before update on log_head for each row
  when (new.size < old.size or new.signed_size < old.signed_size or (new.size = old.size and new.root <> old.root))
  execute function log_only_grows();
create trigger log_key_kept before update or delete on log_key for each row execute function log_only_grows();

do $$
declare t text;
begin
  foreach t in array array['log_waiting','log_leaf','log_tile','log_head','log_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- the log is the installation's
    execute format('create policy log on %I using ((select current_setting(''app.scope'', true)) = ''installation'')', t);
    execute format('grant select on %I to testamur_app', t);
  end loop;
end $$;
create policy own on log_waiting for select using (organisation = (select current_setting('app.scope', true)));
create policy told on log_waiting for insert with check (organisation = (select current_setting('app.scope', true)));
create policy own on log_leaf for select using (organisation = (select current_setting('app.scope', true)));
-- hashes and signed checkpoints are for everybody
create policy known on log_tile for select using ((select current_setting('app.scope', true)) <> '');
create policy known on log_head for select using ((select current_setting('app.scope', true)) <> '');
grant insert, delete on log_waiting to testamur_app;
grant insert on log_waiting to testamur_bulk;
grant insert on log_leaf, log_key to testamur_app;
grant insert, update on log_tile to testamur_app;
grant update on log_head to testamur_app;

-- A stranger sees a link only by presenting it: the hash of the token that was brought along, set for one transaction. Before, the
-- public could see every row of the table, though none of their tokens, and so count them.
drop policy known on share;
create policy presented on share for select using (
  (select current_setting('app.scope', true)) = 'public'
  and token_hash = (select decode(nullif(current_setting('app.share', true), ''), 'hex'))
);

-- A key that is to retire signs until then; its private half is destroyed afterwards.
alter table signing_key drop constraint signing_key_check;
alter table signing_key add check (private_jwk is not null or retired_at is not null);

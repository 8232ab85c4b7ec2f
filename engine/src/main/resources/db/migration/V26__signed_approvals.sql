-- What the canvas named when it was submitted, and in short what that said then: an approval holds
-- for these too.
create table campaign_signature (
  workspace_id  integer       not null,
  campaign_id   bigint        not null,
  -- The decision to submit.
  seq           integer       not null,
  kind          varchar(32)   not null,
  thing_key     varchar(200)  not null,
  name          varchar(200)  not null,
  -- Empty for what was not there.
  digest        varchar(64)   not null,
  primary key (workspace_id, campaign_id, seq, kind, thing_key),
  foreign key (workspace_id, campaign_id, seq)
    references campaign_decision (workspace_id, campaign_id, seq)
);

-- By how many percent the people of a run may depart from those of the approved dry run.
alter table workspace add column departure_percent integer default 20 not null;

-- What the canvas named when the dry run began, in short; null for those of before.
alter table dry_run add column named_digest varchar(64);

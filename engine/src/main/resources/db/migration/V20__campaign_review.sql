-- Where a campaign stands before it runs, and everything that was decided about it.
alter table campaign add column review varchar(16) default 'draft' not null;

create table campaign_decision (
  workspace_id  integer       not null,
  campaign_id   bigint        not null,
  seq           integer       not null,
  version       integer       not null,
  decision      varchar(16)   not null,
  decided_by    varchar(200),
  words         varchar(2000),
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, campaign_id, seq),
  foreign key (workspace_id, campaign_id, version)
    references campaign_version (workspace_id, campaign_id, version)
);

-- Whether nothing starts unapproved.
alter table workspace add column approval_required boolean default false not null;

create table campaign (
  workspace_id    integer      not null references workspace (id),
  id              bigint       not null,
  campaign_key    varchar(64)  not null,
  name            varchar(200) not null,
  latest_version  integer      not null,
  runs            integer      not null default 0,
  created_at      timestamp(6) with time zone not null,
  changed_at      timestamp(6) with time zone not null,
  primary key (workspace_id, id),
  unique (workspace_id, campaign_key)
);

-- A version is never changed: what ran can always be looked at.
create table campaign_version (
  workspace_id  integer not null,
  campaign_id   bigint  not null,
  version       integer not null,
  canvas        text    not null,
  created_at    timestamp(6) with time zone not null,
  primary key (workspace_id, campaign_id, version),
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
);

-- One execution of a campaign.
create table run (
  workspace_id   integer     not null,
  id             bigint      not null,
  campaign_id    bigint      not null,
  version        integer     not null,
  state          varchar(16) not null,
  instant        timestamp(6) with time zone not null,
  run_seed       bigint      not null,
  campaign_seed  bigint      not null,
  -- Chosen by the caller: a repeated start with the same key is the same run.
  start_key      varchar(128),
  started_at     timestamp(6) with time zone not null,
  ended_at       timestamp(6) with time zone,
  primary key (workspace_id, id),
  unique (workspace_id, campaign_id, start_key),
  foreign key (workspace_id, campaign_id, version)
    references campaign_version (workspace_id, campaign_id, version)
);

create index run_by_campaign on run (workspace_id, campaign_id);

-- The people who move together; the process instance carries the cohort as its business key.
create table cohort (
  workspace_id      integer     not null,
  run_id            bigint      not null,
  id                bigint      not null,
  parent_id         bigint,
  entry             varchar(160) not null,
  instant           timestamp(6) with time zone not null,
  state             varchar(16) not null,
  process_instance  varchar(64),
  primary key (workspace_id, run_id, id),
  foreign key (workspace_id, run_id) references run (workspace_id, id)
);

-- A cohort at a node. Written in the transaction of the process step, so that it is there exactly
-- when the process has moved on.
create table step (
  workspace_id  integer     not null,
  run_id        bigint      not null,
  cohort_id     bigint      not null,
  node_id       varchar(64) not null,
  state         varchar(16) not null,
  -- At which the node's conditions are read.
  instant       timestamp(6) with time zone not null,
  -- From which the nodes behind it take theirs.
  release_at    timestamp(6) with time zone not null,
  members_in    integer     not null,
  skip          boolean     not null default false,
  arrived_at    timestamp(6) with time zone not null,
  finished_at   timestamp(6) with time zone,
  primary key (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, run_id, cohort_id) references cohort (workspace_id, run_id, id)
);

-- The people who left a node by a port; nobody, no row. With a reason: part of that port.
create table port_audience (
  workspace_id  integer      not null,
  run_id        bigint       not null,
  cohort_id     bigint       not null,
  node_id       varchar(64)  not null,
  port          varchar(64)  not null,
  reason        varchar(64)  not null default '',
  members       integer      not null,
  hash          char(64)     not null,
  primary key (workspace_id, run_id, cohort_id, node_id, port, reason),
  foreign key (workspace_id, run_id, cohort_id, node_id)
    references step (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, hash) references audience (workspace_id, hash)
);

create index port_audience_by_hash on port_audience (workspace_id, hash);

create table dry_run (
  workspace_id  integer     not null,
  id            bigint      not null,
  campaign_id   bigint      not null,
  version       integer     not null,
  state         varchar(16) not null,
  instant       timestamp(6) with time zone not null,
  run_seed      bigint      not null,
  nodes_done    integer     not null,
  nodes         integer     not null,
  result        text,
  problem       text,
  started_at    timestamp(6) with time zone not null,
  ended_at      timestamp(6) with time zone,
  primary key (workspace_id, id),
  foreign key (workspace_id, campaign_id, version)
    references campaign_version (workspace_id, campaign_id, version)
);

create table dry_run_audience (
  workspace_id  integer      not null,
  dry_run_id    bigint       not null,
  node_id       varchar(64)  not null,
  port          varchar(64)  not null,
  reason        varchar(64)  not null default '',
  members       integer      not null,
  hash          char(64)     not null,
  primary key (workspace_id, dry_run_id, node_id, port, reason),
  foreign key (workspace_id, dry_run_id) references dry_run (workspace_id, id),
  foreign key (workspace_id, hash) references audience (workspace_id, hash)
);

create index dry_run_audience_by_hash on dry_run_audience (workspace_id, hash);

-- The people left alone who would have passed the gates of an action, as found when first asked.
create table analysis_baseline (
  workspace_id  integer     not null,
  run_id        bigint      not null,
  cohort_id     bigint      not null,
  node_id       varchar(64) not null,
  -- The node that kept them.
  baseline      varchar(64) not null,
  -- Null where nobody would have passed.
  hash          char(64),
  primary key (workspace_id, run_id, cohort_id, node_id, baseline),
  foreign key (workspace_id, run_id) references run (workspace_id, id),
  foreign key (workspace_id, hash) references audience (workspace_id, hash)
);
create index analysis_baseline_by_hash on analysis_baseline (workspace_id, hash);

-- For how many days after the end of each run the figures of a campaign are counted again; a
-- campaign without a row has the default.
create table analysis_window (
  workspace_id  integer not null,
  campaign_id   bigint  not null,
  days          integer not null,
  primary key (workspace_id, campaign_id),
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
);

-- The figures of a run at the end of a day, counted on the morning after it and kept.
create table recount (
  workspace_id  integer not null,
  run_id        bigint  not null,
  counted_day   date    not null,
  as_of         timestamp(6) with time zone not null,
  made_at       timestamp(6) with time zone not null,
  -- As JSON, as the API shows it.
  figures       text    not null,
  primary key (workspace_id, run_id, counted_day),
  foreign key (workspace_id, run_id) references run (workspace_id, id)
);

-- Runs that are not counted any more.
create table recount_end (
  workspace_id  integer not null,
  run_id        bigint  not null,
  primary key (workspace_id, run_id),
  foreign key (workspace_id, run_id) references run (workspace_id, id)
);

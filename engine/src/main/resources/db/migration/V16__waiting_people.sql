-- People who wait at a node each for a time of their own: those of one cohort and one instant.
create table waiting_people (
  workspace_id  integer     not null,
  run_id        bigint      not null,
  cohort_id     bigint      not null,
  node_id       varchar(64) not null,
  port          varchar(64) not null,
  due_at        timestamp(6) with time zone not null,
  members       integer     not null,
  hash          char(64),
  -- When they were let go; the cohort in which they went on, where they did.
  released_at   timestamp(6) with time zone,
  child_id      bigint,
  primary key (workspace_id, run_id, cohort_id, node_id, port, due_at),
  foreign key (workspace_id, run_id, cohort_id, node_id)
    references step (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, run_id, child_id) references cohort (workspace_id, run_id, id),
  foreign key (workspace_id, hash) references audience (workspace_id, hash)
);
create index waiting_people_due on waiting_people (released_at, due_at);
create index waiting_people_child on waiting_people (workspace_id, run_id, child_id);
create index waiting_people_by_hash on waiting_people (workspace_id, hash);

-- A cohort before a node that asks what receipts tell of messages: it waits until they have come.
create table receipt_wait (
  workspace_id  integer     not null,
  run_id        bigint      not null,
  cohort_id     bigint      not null,
  node_id       varchar(64) not null,
  since         timestamp(6) with time zone not null,
  -- When it goes on at the latest.
  deadline      timestamp(6) with time zone not null,
  -- Messages without receipt, when somebody last looked.
  pending       integer,
  look_at       timestamp(6) with time zone not null,
  -- When it went on: the instant of the node.
  ended_at      timestamp(6) with time zone,
  primary key (workspace_id, run_id, cohort_id, node_id),
  foreign key (workspace_id, run_id, cohort_id) references cohort (workspace_id, run_id, id)
);
create index receipt_wait_open on receipt_wait (ended_at, look_at);

-- Long after a run who was where in it is forgotten; how many they were stays.
alter table run add column details_removed_at timestamp(6) with time zone;
alter table port_audience alter column hash drop not null;
create index run_with_details on run (details_removed_at, ended_at);

-- Nodes to which other numbers of people came than the approved dry run said, and who let the run
-- go on all the same.
create table run_departure (
  workspace_id  integer       not null,
  run_id        bigint        not null,
  seq           integer       not null,
  node_id       varchar(64)   not null,
  approved      integer       not null,
  live          integer       not null,
  allowed       integer       not null,
  found_at      timestamp(6) with time zone not null,
  decided_by    varchar(200),
  words         varchar(2000),
  decided_at    timestamp(6) with time zone,
  primary key (workspace_id, run_id, seq),
  foreign key (workspace_id, run_id) references run (workspace_id, id)
);

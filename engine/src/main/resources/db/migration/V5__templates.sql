-- Approved texts of messages. A version is written until it is submitted, and never after it was
-- approved.
create table message_template (
  workspace_id  integer      not null references workspace (id),
  template_key  varchar(64)  not null,
  version       integer      not null,
  name          varchar(200) not null,
  channel       varchar(32)  not null,
  -- The parts by name, as JSON.
  content       text         not null,
  -- draft, submitted, approved or rejected
  state         varchar(16)  not null,
  created_at    timestamp(6) with time zone not null,
  primary key (workspace_id, template_key, version)
);

-- Who said what of a version, and when. Rows are only added.
create table message_template_decision (
  workspace_id  integer      not null,
  template_key  varchar(64)  not null,
  version       integer      not null,
  number        integer      not null,
  -- submit, approve or reject
  step          varchar(16)  not null,
  who           varchar(200) not null,
  words         varchar(1000),
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, template_key, version, number),
  foreign key (workspace_id, template_key, version)
    references message_template (workspace_id, template_key, version)
);

-- Words that messages should not use, besides those every workspace has.
create table listed_word (
  workspace_id  integer      not null references workspace (id),
  word          varchar(100) not null,
  -- error, warning or off
  severity      varchar(16)  not null,
  primary key (workspace_id, word)
);

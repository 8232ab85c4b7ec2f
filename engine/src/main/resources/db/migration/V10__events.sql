-- What members did besides ordering: viewed, added to cart, opened the app … Rows are only added;
-- the key is the one under which the sender knows the event, so that a repetition changes nothing.
create table member_event (
  workspace_id  integer      not null,
  id            bigint       not null,
  event_key     varchar(200) not null,
  member_id     integer      not null,
  type          varchar(64)  not null,
  at            timestamp(6) with time zone not null,
  product       varchar(200),
  category      varchar(200),
  primary key (workspace_id, id),
  constraint member_event_key_once unique (workspace_id, event_key),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index member_event_type on member_event (workspace_id, type, at, member_id);
create index member_event_member on member_event (workspace_id, member_id, at, id);

-- What else an event says, a row per property. Every property is a text; one that reads as a number
-- is kept as one too.
create table event_property (
  workspace_id  integer      not null,
  event_id      bigint       not null,
  property      varchar(64)  not null,
  text_value    varchar(500) not null,
  number_value  numeric(24, 6),
  primary key (workspace_id, event_id, property),
  foreign key (workspace_id, event_id) references member_event (workspace_id, id) on delete cascade
);

alter table workspace add column next_event_id bigint default 0 not null;

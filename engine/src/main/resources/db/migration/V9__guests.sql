-- What addresses are told apart by: the ways of writing one number or mailbox have one key. The
-- same is said in Java by AddressKey.
alter table member add column phone_key varchar(34) generated always as (
  case
    when phone like '1__________' then '86' || phone
    when phone like '+1__________' then phone
    when phone like '+%' then substring(phone from 2)
    when phone like '00%' then substring(phone from 3)
    else phone
  end
) ${stored};
alter table member add column email_key varchar(254) generated always as (lower(email)) ${stored};
drop index member_phone;
drop index member_email;
create index member_phone_key on member (workspace_id, phone_key);
create index member_email_key on member (workspace_id, email_key);

-- With what addresses are hashed where nobody needs to read them: one secret, made at first use.
create table address_secret (
  id       integer      not null primary key,
  content  varchar(64)  not null
);

-- People who are no members and came in by an imported list; they take their ids from the counter
-- of the members.
create table guest (
  workspace_id  integer      not null references workspace (id),
  id            integer      not null,
  -- By which the person can be reached: sms or email.
  channel       varchar(32)  not null,
  -- All three null once erased.
  address       varchar(254),
  address_key   varchar(254),
  -- As in opt_out.
  address_hash  char(64),
  imported_at   timestamp(6) with time zone not null,
  erased_at     timestamp(6) with time zone,
  primary key (workspace_id, id),
  constraint guest_address_once unique (workspace_id, address_key)
);
create index guest_hash on guest (workspace_id, address_hash);

-- Lists of phones or e-mail addresses that came in by a file, with the ground on which the people
-- on them may be written to.
create table imported_list (
  workspace_id  integer      not null references workspace (id),
  list_key      varchar(64)  not null,
  channel       varchar(32)  not null,
  basis         varchar(64)  not null,
  wording       varchar(1000),
  source        varchar(200),
  consent_at    timestamp(6) with time zone not null,
  -- The names of the other columns, as JSON.
  columns       text         not null,
  created_at    timestamp(6) with time zone not null,
  primary key (workspace_id, list_key)
);

-- Who stands on a list, members and guests, with the values of the other columns as JSON.
create table imported_list_row (
  workspace_id  integer      not null,
  list_key      varchar(64)  not null,
  member_id     integer      not null,
  content       text         not null,
  primary key (workspace_id, list_key, member_id),
  foreign key (workspace_id, list_key) references imported_list (workspace_id, list_key)
);
create index imported_list_row_member on imported_list_row (workspace_id, member_id);

-- The imported lists that stand before a message node, one key a line: where its columns are.
alter table delivery add column lists text;

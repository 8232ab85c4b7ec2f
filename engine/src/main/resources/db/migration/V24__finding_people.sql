-- By what people are looked up: the beginnings of keys and names, whatever the language of the
-- database sorts them by.
alter table member add column key_start varchar(200) ${letters}
  generated always as (lower(member_key)) ${stored};
alter table member add column name_start varchar(200) ${letters}
  generated always as (lower(name)) ${stored};
create index member_key_start on member (workspace_id, key_start, id);
create index member_name_start on member (workspace_id, name_start, id);

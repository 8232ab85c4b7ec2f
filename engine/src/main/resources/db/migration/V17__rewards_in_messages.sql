-- The nodes before a message that give people something it can tell of, as JSON.
alter table delivery add column givers text;

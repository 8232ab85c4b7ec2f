-- Whether the campaign is left out of lists unless somebody asks for the hidden ones too.
alter table campaign add column hidden boolean default false not null;

-- The highest id of a campaign that was deleted: none is given again.
alter table workspace add column deleted_campaign bigint default 0 not null;

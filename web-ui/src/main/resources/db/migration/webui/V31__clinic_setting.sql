-- What the owner sets for the whole clinic on a page, over what the installation says.
create table clinic_setting (
    name text primary key,
    value text not null
);

-- How a visit was paid for, as the desk noted it. A slip is taken back, never changed or deleted, so that who noted what and
-- when stays readable.
create table settlement (
    id uuid primary key,
    -- what stands on the receipt
    number bigint generated always as identity constraint settlement_number_taken unique,
    appointment_id uuid not null references calendar_entry,
    method text not null constraint settlement_method_known check (method in ('CASH', 'CARD', 'OPEN')),
    amount_minor bigint not null constraint settlement_amount_not_negative check (amount_minor >= 0),
    currency text not null constraint settlement_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
    settled_at timestamptz not null,
    settled_by uuid not null,
    settled_by_name text not null,
    taken_back_at timestamptz,
    taken_back_by uuid,
    constraint settlement_taken_back_by_somebody check ((taken_back_at is null) = (taken_back_by is null))
);
-- of the ones for a visit only the last stands
create unique index settlement_stands on settlement (appointment_id) where taken_back_at is null;

-- A question that nobody asked after all, or that is settled otherwise: taken back, by whom and when, and kept.
alter table benefits.occasion
    add withdrawn_at timestamptz,
    add withdrawn_by text,
    add check ((withdrawn_at is null) = (withdrawn_by is null)),
    add check (withdrawn_at is null or kind = 'ASKED');
grant update (withdrawn_at, withdrawn_by) on benefits.occasion to ${appRole};

-- A note serves an open objective of the plan, not a goal: the thread runs through what can be counted.
alter table notes.draft_line drop constraint draft_line_organization_id_goal_id_fkey;
alter table notes.draft_line rename column goal_id to objective_id;
alter table notes.draft_line add constraint draft_line_objective foreign key (organization_id, objective_id)
    references plans.objective (organization_id, id) not valid;
alter table notes.client_draft drop constraint client_draft_organization_id_goal_id_fkey;
alter table notes.client_draft rename column goal_id to objective_id;
alter table notes.client_draft add constraint client_draft_objective foreign key (organization_id, objective_id)
    references plans.objective (organization_id, id) not valid;

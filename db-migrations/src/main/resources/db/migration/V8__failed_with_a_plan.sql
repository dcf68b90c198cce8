-- What ends before it is planned was refused or cancelled. A failure is of something that was commanded, and nothing is
-- commanded without a plan; no engine has ever stored one without.
alter table migration drop constraint nothing_runs_without_a_plan;

alter table migration add constraint nothing_runs_without_a_plan check (
    state in ('REQUESTED', 'QUEUED', 'REFUSED', 'CANCELLED') or plan is not null);

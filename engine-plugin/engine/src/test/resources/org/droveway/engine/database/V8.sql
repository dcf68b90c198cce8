-- refused: nothing_runs_without_a_plan
update migration set plan = null where state = 'FAILED';

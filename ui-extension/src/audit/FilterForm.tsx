import { Button, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import type { AuditFilter } from '../api/audit';
import { filterOf, NO_FILTER, zoneWords, type FilterDraft } from './filter';

interface Props {
  readonly onFilter: (filter: AuditFilter) => void;
}

const OUTCOMES = ['done', 'refused', 'failed'] as const;

/** Which entries are wanted. */
export function FilterForm({ onFilter }: Props) {
  const [draft, setDraft] = useState(NO_FILTER);
  const [zone] = useState(() => zoneWords(new Date()));
  const set = (name: keyof FilterDraft) => (_event: unknown, value: string) => {
    setDraft({ ...draft, [name]: value });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onFilter(filterOf(draft));
  };
  return (
    <Form onSubmit={submit}>
      <div className="dw-filter">
        <FormGroup label="Who" fieldId="audit-who">
          <TextInput id="audit-who" value={draft.who} placeholder="alice" onChange={set('who')} />
        </FormGroup>
        <FormGroup label="Object" fieldId="audit-object">
          <TextInput id="audit-object" value={draft.object} placeholder="network n1, or n1" onChange={set('object')} />
        </FormGroup>
        <FormGroup label="Outcome" fieldId="audit-outcome">
          <FormSelect id="audit-outcome" value={draft.outcome} onChange={set('outcome')}>
            <FormSelectOption value="" label="any" />
            {OUTCOMES.map((outcome) => (
              <FormSelectOption key={outcome} value={outcome} label={outcome} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label={`From (${zone})`} fieldId="audit-since">
          <TextInput id="audit-since" type="datetime-local" value={draft.since} onChange={set('since')} />
        </FormGroup>
        <FormGroup label={`Until (${zone})`} fieldId="audit-until">
          <TextInput id="audit-until" type="datetime-local" value={draft.until} onChange={set('until')} />
        </FormGroup>
      </div>
      <div className="dw-actions">
        <Button size="sm" type="submit">
          Show
        </Button>
        <Button
          size="sm"
          variant="link"
          onClick={() => {
            setDraft(NO_FILTER);
            onFilter({});
          }}
        >
          Show all
        </Button>
      </div>
    </Form>
  );
}

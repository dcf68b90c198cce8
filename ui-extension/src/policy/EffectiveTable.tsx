import { Label } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { Td, Tr } from '@patternfly/react-table';
import type { EffectiveField, EffectivePolicy, Said } from '../api/policy';
import { DataTable } from '../table/DataTable';
import { scopesOf } from './effective';
import { fieldOf, wordsOf, type Field } from './fields';

interface Props {
  readonly policy: EffectivePolicy;
}

const SCOPE_WORDS = { datacenter: 'Data center', cluster: 'Cluster', vm: 'VM' } as const;

/** A row a field, a column a scope from the widest to the narrowest; the one that won is marked. */
export function EffectiveTable({ policy }: Props) {
  const scopes = scopesOf(policy).map(({ scope, name }) => `${SCOPE_WORDS[scope]} ${name}`);
  return (
    <DataTable label="What every scope says" columns={['Field', 'In force', ...scopes, 'Why']}>
      {policy.fields.map((decided) => (
        <Row key={decided.field} decided={decided} />
      ))}
    </DataTable>
  );
}

function Row({ decided }: { readonly decided: EffectiveField }) {
  const field = fieldOf(decided.field);
  return (
    <Tr>
      <Td>{field.label}</Td>
      <Td modifier="nowrap">
        <strong>{decided.value === undefined ? 'default' : wordsOf(field, decided.value)}</strong>
      </Td>
      {decided.said.map((said) => (
        <Td key={said.scope} modifier="nowrap">
          <Word field={field} said={said} won={decided.winner?.scope === said.scope} />
        </Td>
      ))}
      <Td className="dw-why">
        <div>{decided.reason}</div>
      </Td>
    </Tr>
  );
}

function Word({ field, said, won }: { readonly field: Field; readonly said: Said; readonly won: boolean }) {
  if (said.value === undefined) {
    return (
      <>
        <span className="dw-quiet" aria-hidden="true">
          –
        </span>
        <span className="pf-v6-screen-reader">says nothing</span>
      </>
    );
  }
  const words = wordsOf(field, said.value);
  return won ? (
    <Label isCompact color="blue" icon={<CheckCircleIcon />}>
      {words}
      <span className="pf-v6-screen-reader"> won</span>
    </Label>
  ) : (
    words
  );
}

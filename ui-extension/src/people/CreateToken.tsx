import { FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { useSession } from '../session/session';
import { FormDialog } from './FormDialog';
import { RightsFields } from './RightsFields';
import { rightsOfDraft, type RightsDraft } from './rightsDraft';
import { ShownOnce } from './ShownOnce';

interface Props {
  readonly clusters: readonly string[];
  readonly onCreated: () => void;
  readonly onClose: () => void;
}

const LENGTHS = [
  ['PT8H', '8 hours'],
  ['P7D', '7 days'],
  ['P90D', '90 days'],
  ['P365D', '365 days'],
  ['', 'until it is revoked'],
] as const;

/** Makes an API token, and shows it. */
export function CreateToken({ clusters, onCreated, onClose }: Props) {
  const { client } = useSession();
  const [name, setName] = useState('');
  const [rights, setRights] = useState<RightsDraft>({ role: 'viewer', override: false });
  const [ttl, setTtl] = useState('PT8H');
  const [cluster, setCluster] = useState(clusters[0] ?? '');
  const [secret, setSecret] = useState<string>();

  const create = async () => {
    const made = await client.people.createToken({
      ...rightsOfDraft(rights),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(ttl === '' ? {} : { ttl }),
      ...(rights.role === 'enrolment' ? { cluster } : {}),
    });
    onCreated();
    setSecret(made.token);
  };
  if (secret !== undefined) {
    return <ShownOnce title="The token was made" what="token" secret={secret} onClose={onClose} />;
  }
  return (
    <FormDialog
      title="Create token"
      verb="Create the token"
      ready={rights.role !== 'enrolment' || cluster !== ''}
      act={create}
      onClose={onClose}
    >
      <FormGroup label="Who or what it is for" fieldId="token-name">
        <TextInput
          id="token-name"
          autoComplete="off"
          value={name}
          placeholder="backup script"
          onChange={(_event, value) => {
            setName(value);
          }}
        />
      </FormGroup>
      <RightsFields roles={['viewer', 'operator', 'admin', 'enrolment']} draft={rights} onChange={setRights} />
      {rights.role === 'enrolment' && (
        <Choice label="Cluster that hosts join" options={clusters} value={cluster} onChange={setCluster} />
      )}
      <FormGroup label="Good for" fieldId="token-ttl">
        <FormSelect
          id="token-ttl"
          value={ttl}
          onChange={(_event, value) => {
            setTtl(value);
          }}
        >
          {LENGTHS.map(([value, label]) => (
            <FormSelectOption key={value} value={value} label={label} />
          ))}
        </FormSelect>
      </FormGroup>
    </FormDialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <FormGroup label={label} fieldId="token-cluster">
      <FormSelect
        id="token-cluster"
        value={value}
        onChange={(_event, chosen) => {
          onChange(chosen);
        }}
      >
        {options.map((option) => (
          <FormSelectOption key={option} value={option} label={option} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

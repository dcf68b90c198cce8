import { FormGroup, Radio, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { NewPassword } from '../session/NewPassword';
import { passwordError } from '../session/password';
import { useSession } from '../session/session';
import { FormDialog } from './FormDialog';
import { RightsFields } from './RightsFields';
import { rightsOfDraft, type RightsDraft } from './rightsDraft';
import { ShownOnce } from './ShownOnce';

interface Props {
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Makes a user, and shows the password that was generated. */
export function AddUser({ onAdded, onClose }: Props) {
  const { client } = useSession();
  const [name, setName] = useState('');
  const [rights, setRights] = useState<RightsDraft>({ role: 'viewer', override: false });
  const [chosen, setChosen] = useState(false);
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [generated, setGenerated] = useState<string>();
  const typedRight = typed.again !== '' && passwordError(typed.password, typed.again) === undefined;

  const add = async () => {
    const password = chosen ? typed.password : undefined;
    const made = await client.people.addUser(name.trim(), rightsOfDraft(rights), password);
    onAdded();
    if (made.password === undefined) {
      onClose();
    } else {
      setGenerated(made.password);
    }
  };
  if (generated !== undefined) {
    return <ShownOnce title={`User ${name.trim()} was made`} what="password" secret={generated} onClose={onClose} />;
  }
  return (
    <FormDialog
      title="Add user"
      verb="Add the user"
      ready={name.trim() !== '' && (!chosen || typedRight)}
      act={add}
      onClose={onClose}
    >
      <FormGroup label="Name" fieldId="user-name" isRequired>
        <TextInput
          id="user-name"
          autoComplete="off"
          value={name}
          isRequired
          onChange={(_event, value) => {
            setName(value);
          }}
        />
      </FormGroup>
      <RightsFields roles={['viewer', 'operator', 'admin']} draft={rights} onChange={setRights} />
      <FormGroup role="radiogroup" label="Password" fieldId="generated">
        <Radio
          id="generated"
          name="password-kind"
          label="Generate one, shown once"
          isChecked={!chosen}
          onChange={() => {
            setChosen(false);
          }}
        />
        <Radio
          id="chosen"
          name="password-kind"
          label="Type one"
          isChecked={chosen}
          onChange={() => {
            setChosen(true);
          }}
        />
      </FormGroup>
      {chosen && <NewPassword typed={typed} onChange={setTyped} />}
    </FormDialog>
  );
}

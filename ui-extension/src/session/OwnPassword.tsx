import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useState, type SubmitEvent } from 'react';
import { FailureAlert } from '../refusals/FailureAlert';
import { NewPassword } from './NewPassword';
import { passwordError } from './password';
import { PasswordInput } from './PasswordInput';
import { useSession } from './session';
import { useAction } from './useAction';

interface Props {
  readonly user: string;
  readonly onClose: () => void;
}

const FORM = 'own-password-form';

/** Sets one's own password; that ends every session of the user, this one too. */
export function OwnPassword({ user, onClose }: Props) {
  const { client, leave } = useSession();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState({ password: '', again: '' });
  const { busy, failure, run } = useAction();
  const ready = current !== '' && typed.again !== '' && passwordError(typed.password, typed.again) === undefined;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run(async () => {
      await client.people.changePassword(user, current, typed.password);
      leave('Your password was changed, which ended your sessions; sign in with the new one.');
    });
  };

  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby="own-password">
      <ModalHeader
        title={`Change the password of ${user}`}
        labelId="own-password"
        description="It ends all your sessions, this one too."
      />
      <ModalBody>
        <FailureAlert title="The password stays as it was" failure={failure} />
        <Form id={FORM} onSubmit={submit}>
          <PasswordInput
            id="current-password"
            label="Current password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
          <NewPassword typed={typed} onChange={setTyped} />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={FORM} isLoading={busy} isDisabled={busy || !ready}>
          Change password
        </Button>
        <Button variant="link" onClick={onClose}>
          Leave as it is
        </Button>
      </ModalFooter>
    </Modal>
  );
}

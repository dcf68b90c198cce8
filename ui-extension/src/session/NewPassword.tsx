import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { passwordError } from './password';
import { PasswordInput } from './PasswordInput';

interface Typed {
  readonly password: string;
  readonly again: string;
}

interface Props {
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** A new password, typed twice. */
export function NewPassword({ typed, onChange }: Props) {
  const wrong = passwordError(typed.password, typed.again);
  return (
    <>
      <PasswordInput
        id="new-password"
        label="New password"
        autoComplete="new-password"
        value={typed.password}
        onChange={(password) => {
          onChange({ ...typed, password });
        }}
      />
      <PasswordInput
        id="new-password-again"
        label="New password again"
        autoComplete="new-password"
        value={typed.again}
        onChange={(again) => {
          onChange({ ...typed, again });
        }}
      />
      <HelperText isLiveRegion>
        <HelperTextItem variant={wrong === undefined ? 'default' : 'error'}>
          {wrong ?? '12 to 128 characters.'}
        </HelperTextItem>
      </HelperText>
    </>
  );
}

import { FormGroup, TextInput } from '@patternfly/react-core';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for a password that has to be given. */
export function PasswordInput({ id, label, autoComplete, value, onChange }: Props) {
  return (
    <FormGroup label={label} fieldId={id} isRequired>
      <TextInput
        id={id}
        name={id}
        type="password"
        autoComplete={autoComplete}
        value={value}
        isRequired
        onChange={(_event, typed) => {
          onChange(typed);
        }}
      />
    </FormGroup>
  );
}

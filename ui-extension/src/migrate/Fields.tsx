import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: '' | T;
  /** What it means to choose nothing. */
  readonly unset: string;
  readonly options: readonly T[];
  readonly onChange: (value: '' | T) => void;
}

/** One of several, or none of them. */
export function Choice<T extends string>({ id, label, value, unset, options, onChange }: ChoiceProps<T>) {
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect
        id={id}
        value={value}
        onChange={(_event, chosen) => {
          onChange(options.find((option) => option === chosen) ?? '');
        }}
      >
        <FormSelectOption value="" label={unset} />
        {options.map((option) => (
          <FormSelectOption key={option} value={option} label={option} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What it means to type nothing. */
  readonly unset: string;
  /** What is wrong with it. */
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A number as it is typed. */
export function NumberField({ id, label, value, unset, error, onChange }: NumberProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput
        id={id}
        inputMode="numeric"
        value={value}
        placeholder={unset}
        validated={error === undefined ? 'default' : 'error'}
        onChange={(_event, typed) => {
          onChange(typed);
        }}
      />
      {error !== undefined && (
        <FormHelperText>
          <HelperText isLiveRegion>
            <HelperTextItem variant="error">{error}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import type { Security } from '../api/types';
import { fieldError, takesOverride } from './draft';
import type { Field } from './fields';

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly demanded: Security | undefined;
  /** Whoever edits may only tighten. */
  readonly withoutLeave: boolean;
  readonly onChange: (value: string) => void;
}

/** One thing that a scope can say. */
export function FieldInput({ field, value, demanded, withoutLeave, onChange }: Props) {
  const id = `statement-${field.name}`;
  const label = field.unit === undefined ? field.label : `${field.label}, ${field.unit}`;
  const wrong = fieldError(field, value);
  return (
    <FormGroup label={label} fieldId={id}>
      {field.options === undefined ? (
        <TextInput
          id={id}
          inputMode="numeric"
          value={value}
          placeholder="says nothing"
          validated={wrong === undefined ? 'default' : 'error'}
          aria-describedby={`${id}-help`}
          onChange={(_event, typed) => {
            onChange(typed);
          }}
        />
      ) : (
        <FormSelect
          id={id}
          value={value}
          onChange={(_event, chosen) => {
            onChange(chosen);
          }}
        >
          <FormSelectOption value="" label="says nothing" />
          {field.options.map((option) => {
            const barred = withoutLeave && option !== value && takesOverride(field, option, demanded);
            return (
              <FormSelectOption
                key={option}
                value={option}
                label={barred ? `${option} (needs migration-override)` : option}
                isDisabled={barred}
              />
            );
          })}
        </FormSelect>
      )}
      {wrong !== undefined && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            <HelperTextItem variant="error">{wrong}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

import {
  Checkbox,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';
import type { TokenRole } from '../api/people';
import { ROLE_WORDS, type RightsDraft } from './rightsDraft';

interface Props {
  readonly roles: readonly TokenRole[];
  readonly draft: RightsDraft;
  readonly onChange: (draft: RightsDraft) => void;
}

/** The role, and for an operator the permission beside it. */
export function RightsFields({ roles, draft, onChange }: Props) {
  return (
    <>
      <FormGroup label="Role" fieldId="role">
        <FormSelect
          id="role"
          value={draft.role}
          aria-describedby="role-help"
          onChange={(_event, role) => {
            onChange({ ...draft, role: role as TokenRole });
          }}
        >
          {roles.map((role) => (
            <FormSelectOption key={role} value={role} label={role} />
          ))}
        </FormSelect>
        <FormHelperText>
          <HelperText id="role-help" isLiveRegion>
            <HelperTextItem>{ROLE_WORDS[draft.role]}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      {draft.role === 'operator' && (
        <Checkbox
          id="override"
          label="migration-override"
          description="May weaken the security of a VM or of one migration, and allow the management network"
          isChecked={draft.override}
          onChange={(_event, override) => {
            onChange({ ...draft, override });
          }}
        />
      )}
    </>
  );
}

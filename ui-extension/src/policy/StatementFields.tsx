import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import type { ScopeKind } from '../api/policy';
import type { Security } from '../api/types';
import { useSession } from '../session/session';
import type { Draft } from './draft';
import { FieldInput } from './FieldInput';
import { FIELDS } from './fields';

interface Props {
  readonly scope: ScopeKind;
  readonly draft: Draft;
  readonly demanded: Security | undefined;
  readonly reason: string;
  readonly needsReason: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onReason: (reason: string) => void;
}

/** A field for each thing that the scope can say, and the reason. */
export function StatementFields({ scope, draft, demanded, reason, needsReason, onDraft, onReason }: Props) {
  const { rights } = useSession();
  const withoutLeave = scope === 'vm' && !rights.mayOverride;
  // The security of a data center is its migration policy's to say.
  const fields = FIELDS.filter(({ name }) => scope !== 'datacenter' || name !== 'security');
  return (
    <div className="dw-statement">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={draft[field.name]}
          demanded={demanded}
          withoutLeave={withoutLeave}
          onChange={(value) => {
            onDraft({ ...draft, [field.name]: value });
          }}
        />
      ))}
      <FormGroup label="Reason" fieldId="statement-reason" isRequired={needsReason} className="dw-wide">
        <TextInput
          id="statement-reason"
          value={reason}
          isRequired={needsReason}
          aria-describedby="statement-reason-help"
          onChange={(_event, typed) => {
            onReason(typed);
          }}
        />
        <FormHelperText>
          <HelperText id="statement-reason-help" isLiveRegion>
            <HelperTextItem variant={needsReason ? 'warning' : 'default'}>
              {needsReason
                ? 'Data center and cluster demand more than this: say why. It is kept here and in the audit.'
                : 'Kept here and in the audit.'}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </div>
  );
}

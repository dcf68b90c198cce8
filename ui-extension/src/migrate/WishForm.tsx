import { Alert, Checkbox, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { useSession } from '../session/session';
import { Choice } from './Fields';
import { ParameterFields } from './ParameterFields';
import { asksForReason, type Wishes } from './wishes';

interface Props {
  readonly wishes: Wishes;
  readonly hosts: readonly string[];
  readonly networks: readonly string[];
  readonly onChange: (wishes: Wishes) => void;
}

/** What a person may wish for one migration. */
export function WishForm({ wishes, hosts, networks, onChange }: Props) {
  const { rights } = useSession();
  return (
    <Form
      className="dw-wishes"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Choice
        id="wish-host"
        label="Destination"
        value={wishes.host}
        unset="Let the filters choose"
        options={hosts}
        onChange={(host) => {
          onChange({ ...wishes, host });
        }}
      />
      <Choice
        id="wish-type"
        label="Type"
        value={wishes.type}
        unset="As the policy says"
        options={['secure', 'insecure']}
        onChange={(type) => {
          onChange({ ...wishes, type });
        }}
      />
      <Choice
        id="wish-network"
        label="Network"
        value={wishes.network}
        unset="As role and policy say"
        options={networks}
        onChange={(network) => {
          onChange({ ...wishes, network });
        }}
      />
      <ParameterFields wishes={wishes} onChange={onChange} />
      <div className="dw-wide">
        <Checkbox
          id="wish-disks"
          label="Copy the disks that only the source sees"
          isChecked={wishes.withLocalDisks}
          onChange={(_event, withLocalDisks) => {
            onChange({ ...wishes, withLocalDisks });
          }}
        />
        {rights.mayOverride && (
          <Checkbox
            id="wish-management"
            label="Allow the management network for this migration"
            isChecked={wishes.allowManagementNetwork}
            onChange={(_event, allowManagementNetwork) => {
              onChange({ ...wishes, allowManagementNetwork });
            }}
          />
        )}
        {wishes.allowManagementNetwork && (
          <Alert variant="warning" isInline isPlain isLiveRegion title="Memory may travel on the management network">
            It then shares the road with the engine and the agents. The migration is marked with it, for good.
          </Alert>
        )}
      </div>
      {rights.mayOverride && asksForReason(wishes) && (
        <FormGroup label="Reason, needed where the policy demands more" fieldId="wish-reason" className="dw-wide">
          <TextInput
            id="wish-reason"
            value={wishes.reason}
            onChange={(_event, reason) => {
              onChange({ ...wishes, reason });
            }}
          />
        </FormGroup>
      )}
    </Form>
  );
}

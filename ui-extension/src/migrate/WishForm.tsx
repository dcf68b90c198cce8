import {
  Alert,
  Checkbox,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useSession } from '../session/session';
import { asksForReason, bandwidthError, type Wishes } from './wishes';

interface Props {
  readonly wishes: Wishes;
  readonly hosts: readonly string[];
  readonly networks: readonly string[];
  readonly onChange: (wishes: Wishes) => void;
}

/** What a person may wish for one migration. */
export function WishForm({ wishes, hosts, networks, onChange }: Props) {
  const { rights } = useSession();
  const wrong = bandwidthError(wishes.bandwidth);
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
          onChange({ ...wishes, type: type as Wishes['type'] });
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
      <FormGroup label="Bandwidth at most, MiB per second" fieldId="wish-bandwidth">
        <TextInput
          id="wish-bandwidth"
          inputMode="numeric"
          value={wishes.bandwidth}
          placeholder="not limited"
          validated={wrong === undefined ? 'default' : 'error'}
          onChange={(_event, bandwidth) => {
            onChange({ ...wishes, bandwidth });
          }}
        />
        {wrong !== undefined && (
          <FormHelperText>
            <HelperText isLiveRegion>
              <HelperTextItem variant="error">{wrong}</HelperTextItem>
            </HelperText>
          </FormHelperText>
        )}
      </FormGroup>
      <div className="dw-wide">
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

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unset: string;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ id, label, value, unset, options, onChange }: ChoiceProps) {
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect
        id={id}
        value={value}
        onChange={(_event, chosen) => {
          onChange(chosen);
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

import { COMPRESSIONS, CONVERGENCES } from '../api/migration';
import { Choice, NumberField } from './Fields';
import { numberError, type NumberWish, type Wishes } from './wishes';

interface Props {
  readonly wishes: Wishes;
  readonly onChange: (wishes: Wishes) => void;
}

const NUMBER_FIELDS: readonly { readonly wish: NumberWish; readonly label: string; readonly unset: string }[] = [
  { wish: 'bandwidth', label: 'Bandwidth at most, MiB per second', unset: 'not limited' },
  { wish: 'connections', label: 'Connections for the memory', unset: 'by the VM’s size' },
  { wish: 'downtime', label: 'Stop of the guest at most, ms', unset: '300, QEMU’s own' },
];

/** How the data is to be moved; the plan says what became of it, and why. */
export function ParameterFields({ wishes, onChange }: Props) {
  return (
    <>
      {NUMBER_FIELDS.map(({ wish, label, unset }) => (
        <NumberField
          key={wish}
          id={`wish-${wish}`}
          label={label}
          value={wishes[wish]}
          unset={unset}
          error={numberError(wish, wishes[wish])}
          onChange={(typed) => {
            onChange({ ...wishes, [wish]: typed });
          }}
        />
      ))}
      <Choice
        id="wish-compression"
        label="Compression"
        value={wishes.compression}
        unset="As the policy says"
        options={COMPRESSIONS}
        onChange={(compression) => {
          onChange({ ...wishes, compression });
        }}
      />
      <Choice
        id="wish-convergence"
        label="If the guest outruns the copy"
        value={wishes.convergence}
        unset="As the policy says"
        options={CONVERGENCES}
        onChange={(convergence) => {
          onChange({ ...wishes, convergence });
        }}
      />
      <Choice
        id="wish-handover"
        label="Handover"
        value={wishes.handover}
        unset="As the policy says"
        options={['strict', 'fast']}
        onChange={(handover) => {
          onChange({ ...wishes, handover });
        }}
      />
    </>
  );
}

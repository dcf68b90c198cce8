import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useState } from 'react';
import type { Plan } from '../api/migration';
import { Problem } from '../api/problem';
import type { Vm } from '../api/types';
import { byName } from '../format/order';
import type { Snapshot } from '../live/snapshot';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';
import { goTo, migrationLink } from '../shell/route';
import { PlanPreview, summaryOf } from './PlanPreview';
import { WishForm } from './WishForm';
import { NO_WISHES, numbersAreRight, requestFor, type Wishes } from './wishes';

interface Props {
  readonly vm: Vm;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** Asks what is wished for, shows the plan, and starts the migration. */
export function MigrateDialog({ vm, snapshot, onClose }: Props) {
  const { client } = useSession();
  const [wishes, setWishes] = useState<Wishes>(NO_WISHES);
  const [plan, setPlan] = useState<Plan>();
  const { busy, failure, run, clear } = useAction();
  const cluster = snapshot.clusters.get(vm.cluster);
  const unable = busy || !numbersAreRight(wishes);
  const refusedPlan = failure instanceof Problem ? failure.plan : undefined;

  const change = (changed: Wishes) => {
    setWishes(changed);
    setPlan(undefined);
    clear();
  };
  const preview = () => {
    setPlan(undefined);
    run(async () => {
      setPlan(await client.plan(requestFor(vm.id, wishes)));
    });
  };
  const start = () => {
    run(async () => {
      const { id } = await client.migrate(requestFor(vm.id, wishes));
      onClose();
      goTo(migrationLink(id));
    });
  };

  return (
    <Modal variant="large" isOpen onClose={onClose} aria-labelledby="migrate-title">
      <ModalHeader title={`Migrate ${vm.name} from ${vm.host}`} labelId="migrate-title" />
      <ModalBody>
        <WishForm
          wishes={wishes}
          hosts={byName(hostsBeside(vm, snapshot)).map((host) => host.name)}
          networks={byName(cluster?.networks ?? []).map((network) => network.name)}
          onChange={change}
        />
        <FailureAlert title={titleOf(failure)} failure={failure} />
        {plan && <PlanPreview plan={plan} summary={summaryOf(plan)} />}
        {refusedPlan && <PlanPreview plan={refusedPlan} summary="As far as it came before it was refused." />}
      </ModalBody>
      <ModalFooter>
        <Button isDisabled={unable} isLoading={busy} onClick={start}>
          Start migration
        </Button>
        <Button variant="secondary" isDisabled={unable} onClick={preview}>
          Preview plan
        </Button>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function hostsBeside(vm: Vm, snapshot: Snapshot) {
  return [...snapshot.hosts.values()].filter((host) => host.cluster === vm.cluster && host.name !== vm.host);
}

/** Without an answer nobody knows whether the engine got the request. */
function titleOf(failure: unknown): string {
  return failure instanceof Problem
    ? 'Refused, and nothing was changed'
    : 'No answer: look at the running migrations before trying again';
}

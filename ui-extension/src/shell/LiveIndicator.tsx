import { Label, Tooltip } from '@patternfly/react-core';
import { CheckCircleIcon, InProgressIcon } from '@patternfly/react-icons';
import { timeOfDay } from '../format/time';
import type { Connection } from '../live/liveState';

interface Props {
  readonly connection: Connection;
}

/** Whether what the page shows is the present. */
export function LiveIndicator({ connection }: Props) {
  return (
    <span role="status" aria-label="Connection to the engine">
      <Indicator connection={connection} />
    </span>
  );
}

function Indicator({ connection }: Props) {
  switch (connection.kind) {
    case 'connecting':
      return <Label icon={<InProgressIcon />}>connecting</Label>;
    case 'live':
      return (
        <Label status="success" icon={<CheckCircleIcon />}>
          live
        </Label>
      );
    case 'reconnecting':
      return (
        <Tooltip content={connection.reason}>
          <Label status="warning" icon={<InProgressIcon />}>
            reconnecting, as of {timeOfDay(new Date(connection.since).toISOString())}
          </Label>
        </Tooltip>
      );
  }
}

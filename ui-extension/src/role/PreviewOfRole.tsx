import { Alert } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { RolePreview } from '../api/types';
import { RefusalTable } from '../refusals/RefusalTable';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly preview: RolePreview;
}

const COLUMNS = ['Host', 'Address', 'NIC', 'MTU', 'Why'];

/** Over what migrations would go, from which address of each host, what forbids it and what to know. */
export function PreviewOfRole({ preview: { cluster, network, hosts, errors, warnings } }: Props) {
  return (
    <div className="dw-role">
      {errors.length > 0 && (
        <Alert variant="danger" isInline isLiveRegion title="The engine would refuse it">
          <RefusalTable refusals={errors} label="Errors" />
        </Alert>
      )}
      <p>
        {network === undefined ? (
          <>
            Afterwards migrations of cluster {cluster} would go over <strong>no network</strong>: all are refused.
          </>
        ) : (
          <>
            Afterwards migrations of cluster {cluster} would go over <strong>{network}</strong>.
          </>
        )}
      </p>
      {hosts.length > 0 && (
        <DataTable label="Addresses of the hosts" columns={COLUMNS}>
          {hosts.map((host) => (
            <Tr key={host.host}>
              <Td>
                <strong>{host.host}</strong>
              </Td>
              <Td>{host.address === undefined ? <em>none</em> : <code>{host.address}</code>}</Td>
              <Td>{host.nic}</Td>
              <Td modifier="nowrap">{host.mtu !== undefined && `${host.mtu} bytes`}</Td>
              <Td className="dw-why">
                <div>{host.reason}</div>
              </Td>
            </Tr>
          ))}
        </DataTable>
      )}
      {warnings.length > 0 && (
        <Alert variant="warning" isInline title="To know before">
          <RefusalTable refusals={warnings} label="Warnings" />
        </Alert>
      )}
    </div>
  );
}

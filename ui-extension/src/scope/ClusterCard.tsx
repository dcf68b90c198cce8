import { Button, Card, CardBody, CardTitle, Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { Cluster, ClusterNetwork, Network } from '../api/types';
import { useState } from 'react';
import { byName } from '../format/order';
import { RoleDialog, type Change } from '../role/RoleDialog';
import { clusterLink } from '../shell/route';
import { useSession } from '../session/session';
import { DataTable } from '../table/DataTable';

interface Props {
  readonly cluster: Cluster;
  readonly networks: ReadonlyMap<string, Network>;
  /** On the cluster's own page, which has its name for a title. */
  readonly own?: boolean;
}

const COLUMNS = ['Network', 'CIDR', 'MTU', 'Roles', 'Migration role'];

/** A cluster's networks and which one has the migration role. */
export function ClusterCard({ cluster, networks, own = false }: Props) {
  const [change, setChange] = useState<Change>();
  const title = `Cluster ${cluster.name}`;
  return (
    <Card isCompact component="section" aria-label={title}>
      <CardTitle component="h2">
        {own ? (
          'Networks'
        ) : (
          <>
            Cluster <a href={clusterLink(cluster.name)}>{cluster.name}</a>
          </>
        )}{' '}
        <span className="dw-count">{own ? cluster.networks.length : count(cluster.hosts.length, 'host')}</span>
      </CardTitle>
      <CardBody>
        {cluster.networks.length === 0 ? (
          <p className="dw-empty">No network is attached to this cluster.</p>
        ) : (
          <DataTable label={`Networks of cluster ${cluster.name}`} columns={COLUMNS}>
            {byName(cluster.networks).map((attached) => (
              <Row key={attached.name} attached={attached} network={networks.get(attached.name)} onChange={setChange} />
            ))}
          </DataTable>
        )}
      </CardBody>
      {change !== undefined && (
        <RoleDialog
          cluster={cluster.name}
          change={change}
          onClose={() => {
            setChange(undefined);
          }}
        />
      )}
    </Card>
  );
}

interface RowProps {
  readonly attached: ClusterNetwork;
  readonly network: Network | undefined;
  readonly onChange: (change: Change) => void;
}

function Row({ attached, network, onChange }: RowProps) {
  return (
    <Tr>
      <Td>
        <strong>{attached.name}</strong>
        {attached.required && <span className="dw-quiet"> required</span>}
      </Td>
      <Td>
        <code>{network?.cidr}</code>
      </Td>
      <Td modifier="nowrap">{network !== undefined && `${network.mtu} bytes`}</Td>
      <Td>
        {attached.roles.map((role) => (
          <Label key={role} isCompact color={role === 'migration' ? 'blue' : 'grey'}>
            {role}
          </Label>
        ))}
      </Td>
      <Td>
        <RoleButton attached={attached} onChange={onChange} />
      </Td>
    </Tr>
  );
}

function RoleButton({ attached, onChange }: Omit<RowProps, 'network'>) {
  const { rights } = useSession();
  const has = attached.roles.includes('migration');
  if (!rights.mayAdminister) {
    return has ? 'has it' : null;
  }
  return (
    <Button
      size="sm"
      variant={has ? 'link' : 'secondary'}
      aria-label={`${has ? 'Revoke the migration role from' : 'Grant the migration role to'} ${attached.name}`}
      onClick={() => {
        onChange({ network: attached.name, granted: !has });
      }}
    >
      {has ? 'Revoke' : 'Grant'}
    </Button>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}

import { Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import type { FirewallState, Host, HostMode } from '../api/types';
import { mebibytes } from '../format/quantity';
import { TimeStamp } from '../format/TimeStamp';
import { TableCard } from '../table/TableCard';

interface Props {
  readonly hosts: readonly Host[];
}

const COLUMNS = [
  'Host',
  'Cluster',
  'State',
  'Mode',
  'Firewall',
  'Migration address',
  'Ports',
  'Memory free of total',
  'libvirt / QEMU',
  'Last heard of',
];

export function HostTable({ hosts }: Props) {
  return (
    <TableCard
      title="Hosts"
      columns={COLUMNS}
      empty="No host yet. A host joins when its agent enrols with a token of role enrolment."
      rows={hosts.map((host) => (
        <HostRow key={host.name} host={host} />
      ))}
    />
  );
}

function HostRow({ host }: { readonly host: Host }) {
  return (
    <Tr>
      <Td>
        <strong>{host.name}</strong>
      </Td>
      <Td>{host.cluster}</Td>
      <Td>
        <Label isCompact status={host.state === 'up' ? 'success' : 'danger'}>
          {host.state}
        </Label>
      </Td>
      <Td>
        <ModeLabel mode={host.mode} />
      </Td>
      <Td>
        <FirewallLabel firewall={host.firewall} />
      </Td>
      <Td>
        {host.migrationAddress === undefined ? (
          <Label isCompact status="warning">
            none
          </Label>
        ) : (
          <code>{host.migrationAddress}</code>
        )}
      </Td>
      <Td modifier="nowrap">{host.portPool}</Td>
      <Td modifier="nowrap">
        {mebibytes(host.memoryFreeMiB)} of {mebibytes(host.memoryTotalMiB)}
      </Td>
      <Td modifier="nowrap">
        {host.libvirtVersion ?? 'unknown'} / {host.qemuVersion ?? 'unknown'}
      </Td>
      <Td modifier="nowrap">{host.lastSeen === undefined ? 'never' : <TimeStamp at={host.lastSeen} />}</Td>
    </Tr>
  );
}

function ModeLabel({ mode }: { readonly mode: HostMode }) {
  return (
    <Label isCompact variant="outline" {...(mode === 'enforce' ? { status: 'success' as const } : {})}>
      {mode}
    </Label>
  );
}

const FIREWALL_STATUS = { shut: 'success', open: 'danger', unknown: 'warning' } as const;

function FirewallLabel({ firewall }: { readonly firewall: FirewallState }) {
  return (
    <Label isCompact status={FIREWALL_STATUS[firewall]}>
      {firewall}
    </Label>
  );
}

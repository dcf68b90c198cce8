import { Button, Label } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import type { Token } from '../api/people';
import { TimeStamp } from '../format/TimeStamp';
import { useSession } from '../session/session';
import { endsOf } from './tokenWords';

interface Props {
  readonly token: Token;
  readonly onRevoke: (token: Token) => void;
}

/** As much of the id as the audit shows of a token without a name. */
const ID_SHOWN = 8;

export function TokenRow({ token, onRevoke }: Props) {
  const { me, rights } = useSession();
  return (
    <Tr>
      <Td className="dw-object">
        {token.name === undefined ? <span className="dw-quiet">not said</span> : <strong>{token.name}</strong>}
        {token.user !== undefined && <span className="dw-quiet"> session</span>}
        {token.id === me?.tokenId && <span className="dw-quiet"> this one</span>}
      </Td>
      <Td>
        <code className="dw-quiet" title={token.id}>
          {token.id.slice(0, ID_SHOWN)}
        </code>
      </Td>
      <Td>
        {token.role}
        {token.cluster !== undefined && <span className="dw-quiet"> into {token.cluster}</span>}
      </Td>
      <Td>{token.permissions.join(', ')}</Td>
      <Td modifier="nowrap">
        <TimeStamp at={token.created} />
      </Td>
      <Td modifier="nowrap">
        <Until expires={token.expires} />
      </Td>
      {rights.mayAdminister && (
        <Td>
          <Button
            size="sm"
            variant="secondary"
            isDanger
            aria-label={`Revoke ${token.name ?? token.id}`}
            onClick={() => {
              onRevoke(token);
            }}
          >
            Revoke
          </Button>
        </Td>
      )}
    </Tr>
  );
}

function Until({ expires }: { readonly expires: string | undefined }) {
  const [now] = useState(Date.now);
  if (expires === undefined) {
    return 'it is revoked';
  }
  return (
    <>
      <TimeStamp at={expires} />
      {endsOf(expires, now) === 'past' && (
        <Label isCompact className="dw-gap">
          expired
        </Label>
      )}
    </>
  );
}

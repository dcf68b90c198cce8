import { Alert, Button } from '@patternfly/react-core';
import { useState } from 'react';
import type { Tagged } from '../api/http';
import type { CfgWarning } from '../api/policy';
import { Problem } from '../api/problem';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useAction } from '../session/useAction';
import { FileLines } from './FileLines';
import { compareLines, condensed, linesWithErrors } from './lines';
import { taggedFileOf, type CfgFile } from './readFile';

interface Props {
  readonly dataCenter: string;
  readonly current: Tagged<CfgFile>;
  readonly chosen: CfgFile;
  readonly onImported: (now: Tagged<CfgFile>, warnings: readonly CfgWarning[]) => void;
  readonly onLeave: () => void;
}

/** A file that was chosen: what it would change, and what is wrong with it once the engine has said so. */
export function CfgImport({ dataCenter, current, chosen, onImported, onLeave }: Props) {
  const { client } = useSession();
  const { busy, failure, run } = useAction();
  const [theirs, setTheirs] = useState<Tagged<CfgFile>>();
  const replaced = theirs ?? current;
  const errors = failure instanceof Problem ? failure.cfgErrors : [];
  const changes = compareLines(replaced.value.text, chosen.text);
  const nothing = replaced.value.raw === chosen.raw;

  const replace = () => {
    run(async () => {
      try {
        const { value, etag } = await client.policy.importCfg(dataCenter, chosen.bytes, replaced.etag);
        onImported({ value: chosen, etag }, value.warnings);
      } catch (error) {
        if (!(error instanceof Problem && error.status === 412)) {
          throw error;
        }
        setTheirs(await taggedFileOf(await client.policy.cfg(dataCenter)));
      }
    });
  };
  return (
    <>
      {theirs !== undefined && (
        <Alert variant="warning" isInline isLiveRegion title="Somebody else changed the file meanwhile">
          Yours is not imported. Below is what it would change in the file that is there now.
        </Alert>
      )}
      {errors.length === 0 ? (
        <FailureAlert title="Not imported, nothing was changed" failure={failure} />
      ) : (
        <Alert
          variant="danger"
          isInline
          isLiveRegion
          title={`Not imported: ${errors.length === 1 ? 'one error' : `${errors.length} errors`}. Nothing was changed.`}
        />
      )}
      {errors.length === 0 && nothing && <p className="dw-empty">It is the file that is there already.</p>}
      {errors.length === 0 && !nothing && <FileLines label="What the file would change" lines={condensed(changes)} />}
      {errors.length > 0 && (
        <FileLines label="What is wrong with the file" lines={condensed(linesWithErrors(chosen.text, errors))} />
      )}
      <div className="dw-actions">
        <Button
          size="sm"
          isLoading={busy}
          isDisabled={busy || errors.length > 0 || (nothing && theirs === undefined)}
          onClick={replace}
        >
          Import it
        </Button>
        <Button size="sm" variant="link" isDisabled={busy} onClick={onLeave}>
          {errors.length > 0 ? 'Close' : 'Leave as it is'}
        </Button>
      </div>
    </>
  );
}

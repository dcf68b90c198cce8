import { Alert, Button, Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { useCallback, useEffect, useState } from 'react';
import type { CfgWarning } from '../api/policy';
import { download } from '../format/download';
import { FailureAlert } from '../refusals/FailureAlert';
import { useSession } from '../session/session';
import { useLoaded } from '../session/useLoaded';
import { CfgImport } from './CfgImport';
import { ChooseFile } from './ChooseFile';
import { FileLines } from './FileLines';
import { linesWithErrors } from './lines';
import { cfgFileOf, taggedFileOf, type CfgFile } from './readFile';
import { WarningList } from './WarningList';

interface Props {
  readonly dataCenter: string;
  /** The data center's policy as the stream tells it: the file changes with it. */
  readonly policy: string | undefined;
}

/** A data center's datacenter.cfg: look at it, save it, put another in its place. */
export function CfgCard({ dataCenter, policy }: Props) {
  const { client, rights } = useSession();
  const load = useCallback(() => client.policy.cfg(dataCenter).then(taggedFileOf), [client, dataCenter]);
  const { value: current, failure, reload, replace } = useLoaded(load);
  const [chosen, setChosen] = useState<CfgFile>();
  const [warnings, setWarnings] = useState<readonly CfgWarning[]>();
  useEffect(reload, [reload, policy]);

  return (
    <Card isCompact component="section" aria-label="datacenter.cfg">
      <CardTitle component="h2">datacenter.cfg</CardTitle>
      <CardBody className="dw-cfg">
        <FailureAlert title="The file cannot be read" failure={failure} />
        {current === undefined && failure === undefined && <Skeleton screenreaderText="Reading" />}
        {warnings !== undefined && (
          <Alert variant={warnings.length === 0 ? 'success' : 'warning'} isInline isLiveRegion title="Imported">
            {warnings.length > 0 && <WarningList warnings={warnings} />}
          </Alert>
        )}
        {current !== undefined && chosen === undefined && (
          <>
            <Content file={current.value} />
            <div className="dw-actions">
              <Button
                size="sm"
                variant="secondary"
                onClick={() => {
                  download(current.value.bytes, 'datacenter.cfg');
                }}
              >
                Export
              </Button>
              {rights.mayAdminister && (
                <ChooseFile
                  onChosen={(file) => {
                    setWarnings(undefined);
                    void cfgFileOf(file).then(setChosen);
                  }}
                />
              )}
            </div>
          </>
        )}
        {current !== undefined && chosen !== undefined && (
          <CfgImport
            dataCenter={dataCenter}
            current={current}
            chosen={chosen}
            onImported={(now, found) => {
              replace(now);
              setWarnings(found);
              setChosen(undefined);
            }}
            onLeave={() => {
              setChosen(undefined);
              reload();
            }}
          />
        )}
      </CardBody>
    </Card>
  );
}

function Content({ file }: { readonly file: CfgFile }) {
  return file.text === '' ? (
    <p className="dw-empty">Empty: nothing was imported, and no policy is set.</p>
  ) : (
    <FileLines label="Content of datacenter.cfg" lines={linesWithErrors(file.text, [])} />
  );
}

import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';

interface Props {
  /** What somebody else set meanwhile; undefined: they unset it. */
  readonly theirs: string | undefined;
  /** Empty: unset it. */
  readonly mine: string;
  readonly busy: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Two people set the migration policy: both versions, and the choice. */
export function LineConflict({ theirs, mine, busy, onMine, onTheirs }: Props) {
  return (
    <div className="dw-conflict dw-policy">
      <Alert
        variant="warning"
        isInline
        isLiveRegion
        title="Somebody else set the policy meanwhile; yours is not saved"
      />
      <DescriptionList isHorizontal isCompact termWidth="9rem" aria-label="Both versions">
        <DescriptionListGroup>
          <DescriptionListTerm>There now</DescriptionListTerm>
          <DescriptionListDescription>
            <code>{theirs ?? 'not set'}</code>
          </DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup>
          <DescriptionListTerm>Yours</DescriptionListTerm>
          <DescriptionListDescription>
            <code>{mine === '' ? 'not set' : mine}</code>
          </DescriptionListDescription>
        </DescriptionListGroup>
      </DescriptionList>
      <div className="dw-actions">
        <Button size="sm" variant="secondary" isDisabled={busy} onClick={onTheirs}>
          Take what is there now
        </Button>
        <Button size="sm" variant="secondary" isDanger isDisabled={busy} isLoading={busy} onClick={onMine}>
          Save yours over it
        </Button>
      </div>
    </div>
  );
}

import { ClipboardCopy, ExpandableSection } from '@patternfly/react-core';

/** Where the first way in lies; the page cannot know whether it was used already. */
export function FirstTime() {
  return (
    <ExpandableSection toggleText="First time here?">
      <div className="dw-first-time">
        <p>
          When the engine was started for the first time it made the user <strong>admin</strong> and wrote a password
          into its data directory, for root on the engine’s machine to read:
        </p>
        <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" isCode>
          cat /var/lib/droveway-engine/admin.password
        </ClipboardCopy>
        <p>In a lab or a demo that was kept:</p>
        <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" isCode>
          cat /var/tmp/droveway-lab-*/engine/admin.password
        </ClipboardCopy>
        <p>
          Beside it is <code>admin.token</code>, an API token. Sign in as admin, make a user for every person under
          “Users and tokens”, then remove both files. A lost password is set anew by any administrator.
        </p>
      </div>
    </ExpandableSection>
  );
}

import { Alert, Button, ClipboardCopy, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';

interface Props {
  readonly title: string;
  /** What it is, for example “password”. */
  readonly what: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** A secret that the engine tells once: it keeps only what the secret is checked by. */
export function ShownOnce({ title, what, secret, onClose }: Props) {
  return (
    <Modal variant="small" isOpen onClose={onClose} aria-labelledby="once-title">
      <ModalHeader title={title} labelId="once-title" />
      <ModalBody className="dw-once">
        <Alert variant="warning" isInline isPlain title={`The ${what} is shown this once; hand it on by a safe way.`} />
        <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel={`The ${what}`}>
          {secret}
        </ClipboardCopy>
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>Done</Button>
      </ModalFooter>
    </Modal>
  );
}

import { Button } from '@patternfly/react-core';
import { useRef } from 'react';

interface Props {
  readonly onChosen: (file: File) => void;
}

/** Lets a person choose a file of this computer. */
export function ChooseFile({ onChosen }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="datacenter.cfg to import"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) {
            onChosen(file);
          }
          // So that the same file, mended meanwhile, can be chosen again.
          target.value = '';
        }}
      />
      <Button size="sm" variant="secondary" onClick={() => input.current?.click()}>
        Import a file
      </Button>
    </>
  );
}

import { Dropdown, DropdownItem, DropdownList, Label, MenuToggle, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { instant } from '../format/time';
import { OwnPassword } from './OwnPassword';
import { roleWords } from './rights';
import { useSession } from './session';
import { useSignOut } from './useSignOut';

/** Who is signed in and what that allows; the own password, and the way out. */
export function SessionMenu() {
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState(false);
  const signOut = useSignOut();
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      {me !== undefined && (
        <ToolbarItem>
          <Label variant="outline">role: {roleWords(me)}</Label>
        </ToolbarItem>
      )}
      <ToolbarItem>
        <Dropdown
          isOpen={open}
          onOpenChange={setOpen}
          onSelect={close}
          popperProps={{ position: 'right' }}
          toggle={(toggle) => (
            <MenuToggle
              ref={toggle}
              isExpanded={open}
              className="dw-who"
              onClick={() => {
                setOpen(!open);
              }}
            >
              {me?.user ?? me?.name ?? 'API token'}
            </MenuToggle>
          )}
        >
          <DropdownList>
            {me?.user !== undefined && (
              <DropdownItem
                onClick={() => {
                  setChanging(true);
                }}
              >
                Change password
              </DropdownItem>
            )}
            <DropdownItem
              {...(me?.expires === undefined ? {} : { description: `Otherwise until ${instant(me.expires)}` })}
              onClick={signOut}
            >
              Sign out
            </DropdownItem>
          </DropdownList>
        </Dropdown>
      </ToolbarItem>
      {changing && me?.user !== undefined && (
        <OwnPassword
          user={me.user}
          onClose={() => {
            setChanging(false);
          }}
        />
      )}
    </>
  );
}

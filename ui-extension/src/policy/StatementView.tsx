import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
} from '@patternfly/react-core';
import type { ScopePolicy } from '../api/policy';
import { FIELDS, wordsOf } from './fields';

interface Props {
  readonly stated: ScopePolicy;
}

/** What is said, and by whom and why it was set. */
export function StatementView({ stated }: Props) {
  const said = FIELDS.filter(({ name }) => stated[name] !== undefined);
  return (
    <>
      {said.length === 0 ? (
        <p className="dw-empty">Says nothing; the other scopes decide.</p>
      ) : (
        <DescriptionList isHorizontal isCompact termWidth="14rem">
          {said.map((field) => (
            <DescriptionListGroup key={field.name}>
              <DescriptionListTerm>{field.label}</DescriptionListTerm>
              <DescriptionListDescription>{wordsOf(field, stated[field.name])}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
      )}
      {stated.setBy !== undefined && (
        <p className="dw-quiet dw-set-by">
          set by {stated.setBy}
          {stated.reason !== undefined && <>, because: {stated.reason}</>}
          {stated.weakening && (
            <Label isCompact status="warning" className="dw-gap">
              by leave, less than wider scopes demand
            </Label>
          )}
        </p>
      )}
    </>
  );
}

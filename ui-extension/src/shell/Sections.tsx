import { Nav, NavItem, NavList, PageSection } from '@patternfly/react-core';
import { AUDIT, OVERVIEW, PEOPLE, useRoute, type Route } from './route';

const SECTIONS: readonly (readonly [page: Route['page'], link: string, title: string])[] = [
  ['overview', OVERVIEW, 'Overview'],
  ['people', PEOPLE, 'Users and tokens'],
  ['audit', AUDIT, 'Audit'],
];

/** The parts of the page. */
export function Sections() {
  const { page } = useRoute();
  return (
    <PageSection hasBodyWrapper={false} type="subnav">
      <Nav variant="horizontal-subnav" aria-label="Parts">
        <NavList>
          {SECTIONS.map(([section, link, title]) => (
            <NavItem key={section} to={link} isActive={section === page}>
              {title}
            </NavItem>
          ))}
        </NavList>
      </Nav>
    </PageSection>
  );
}

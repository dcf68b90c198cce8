import {
  Bullseye,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadMain,
  Page,
  PageSection,
  Spinner,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { AuditPage } from '../audit/AuditPage';
import { MigrationPage } from '../migration/MigrationPage';
import { Overview } from '../overview/Overview';
import { PeoplePage } from '../people/PeoplePage';
import { ClusterPage } from '../scope/ClusterPage';
import { DataCenterPage } from '../scope/DataCenterPage';
import { VmPage } from '../scope/VmPage';
import { SessionMenu } from '../session/SessionMenu';
import { SessionNotice } from '../session/SessionNotice';
import { useLive } from '../session/session';
import { LiveIndicator } from './LiveIndicator';
import { NotFound } from './NotFound';
import { OVERVIEW, useRoute } from './route';
import { Sections } from './Sections';

/** The frame: who is signed in, whether the page is live, and the part one looks at. */
export function Shell() {
  const { connection } = useLive();
  return (
    <Page
      mainContainerId="main"
      masthead={
        <Masthead display={{ default: 'inline' }}>
          <MastheadMain className="dw-main">
            <MastheadBrand>
              <a className="dw-brand" href={OVERVIEW}>
                Droveway
              </a>
            </MastheadBrand>
          </MastheadMain>
          <MastheadContent>
            <Toolbar isStatic>
              <ToolbarContent>
                <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapMd' }}>
                  <ToolbarItem>
                    <LiveIndicator connection={connection} />
                  </ToolbarItem>
                  <SessionMenu />
                </ToolbarGroup>
              </ToolbarContent>
            </Toolbar>
          </MastheadContent>
        </Masthead>
      }
    >
      <Sections />
      <SessionNotice />
      <PageSection hasBodyWrapper={false} isFilled>
        <Content />
      </PageSection>
    </Page>
  );
}

function Content() {
  const route = useRoute();
  const { connection, snapshot } = useLive();
  if (snapshot === undefined) {
    return (
      <Bullseye>
        <div className="dw-loading">
          <Spinner aria-label="Reading from the engine" />
          <p>{connection.kind === 'reconnecting' ? connection.reason : 'Reading from the engine'}</p>
        </div>
      </Bullseye>
    );
  }
  switch (route.page) {
    case 'overview':
      return <Overview snapshot={snapshot} />;
    case 'migration':
      return <MigrationPage key={route.id} id={route.id} snapshot={snapshot} />;
    case 'vm':
      return <VmPage key={route.id} id={route.id} snapshot={snapshot} />;
    case 'datacenter':
      return <DataCenterPage key={route.name} name={route.name} snapshot={snapshot} />;
    case 'cluster':
      return <ClusterPage key={route.name} name={route.name} snapshot={snapshot} />;
    case 'audit':
      return <AuditPage />;
    case 'people':
      return <PeoplePage snapshot={snapshot} />;
    case 'unknown':
      return <NotFound what="This page does not exist" />;
  }
}

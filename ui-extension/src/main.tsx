import '@patternfly/react-core/dist/styles/base.css';
import './shell/shell.css';
import './overview/overview.css';
import './migrate/migrate.css';
import './migration/migration.css';
import './observed/observed.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { followColorScheme } from './shell/theme';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no element "root"');
}
followColorScheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

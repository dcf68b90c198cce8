import '@patternfly/react-core/dist/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { followColorScheme } from './shell/theme';
// After the components, whose own styles these refine.
import './shell/shell.css';
import './overview/overview.css';
import './policy/policy.css';
import './cfg/cfg.css';
import './audit/audit.css';
import './migrate/migrate.css';
import './migration/migration.css';
import './observed/observed.css';

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

import '@patternfly/react-core/dist/styles/base.css';
import './droveway.css';
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

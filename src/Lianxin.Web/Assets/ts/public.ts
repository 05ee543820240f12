// What a resident's page loads: no framework, nothing kept beyond the tab, each part only where the browser can do it.
import './shared/submit';
import './shared/photos';
import './shared/locate';
import './shared/record';
import './shared/dictate';
import './shared/print';
import './public/client';
import './shared/map-open';
import './public/read';
import './shared/in-page';
import './public/unfold';
import './public/swap';

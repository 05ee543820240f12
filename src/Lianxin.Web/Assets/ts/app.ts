// What a signed-in person's page loads. Everything here makes something quicker that also works without it.
import '@hotwired/turbo';
import './app/confirm';
import './app/pages';
import './shared/submit';
import './shared/photos';
import './shared/locate';
import './shared/record';
import './shared/dictate';
import './shared/print';
import './shared/map-open';
import './app/guard';
import './app/shortcuts';
import './app/rows';
import './app/combobox';
import './app/caller';
import './app/autosubmit';
import './app/lazy';

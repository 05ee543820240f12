import { divIcon, geoJSON, layerGroup, marker, type LatLngTuple, type Map } from 'leaflet';
import { quiet } from '../shared/quiet';
import { inside, type Grid } from './data';

/** A case on the ground; without a point of its own it stands in the middle of its grid. */
interface Spot { number: string; text: string; detail: string; href: string; lon?: number; lat?: number; grid: number; tone: string; danger: boolean }

function brief(spot: Spot): HTMLElement {
  const box = document.createElement('div');
  const link = Object.assign(document.createElement('a'), { href: spot.href, textContent: spot.text });
  box.append(link, Object.assign(document.createElement('p'), { textContent: spot.detail }));
  return box;
}

/** What lies over the ground, read again whenever something has changed; an open brief stays open. */
export function over(element: HTMLElement, map: Map, grids: Grid[], fit: boolean): () => void {
  const layer = layerGroup().addTo(map);
  const middle = new window.Map<number, LatLngTuple>(grids.map(grid => {
    const bounds = geoJSON(grid.polygon).getBounds();
    const { lat, lng } = bounds.getCenter();
    // Under the name, which stands in the middle.
    const low = lat - 0.3 * (bounds.getNorth() - bounds.getSouth());
    return [Number(grid.id), [inside([lng, low], grid.polygon) ? low : lat, lng]];
  }));
  let shown = '';
  let first = fit;

  const draw = (spots: Spot[]) => {
    layer.clearLayers();
    const taken = new window.Map<number, number>();
    const places: LatLngTuple[] = [];
    let lost = 0;
    for (const spot of spots) {
      let at: LatLngTuple | undefined = spot.lat != null && spot.lon != null ? [spot.lat, spot.lon] : middle.get(spot.grid);
      const around = spot.lat == null || spot.lon == null;
      if (!at) {
        lost++;
        continue;
      }

      if (around) {
        // Several in one grid stand around its middle, not on top of each other.
        const nth = taken.get(spot.grid) || 0;
        taken.set(spot.grid, nth + 1);
        const far = 0.0004 * Math.sqrt(nth);
        at = [at[0] + far * Math.sin(nth * 2.4), at[1] + far * Math.cos(nth * 2.4)];
      }

      places.push(at);
      const pin = marker(at, {
        icon: divIcon({ className: `lx-case ${spot.tone}${spot.danger ? ' danger' : ''}${around ? ' around' : ''}`, iconSize: undefined }),
        title: spot.text, alt: spot.text, zIndexOffset: spot.tone === 'late' ? 2_000 : spot.tone === 'soon' ? 1_000 : 0,
      }).addTo(layer).bindPopup(brief(spot));
      pin.on('popupopen', () => { shown = spot.number; });
      pin.on('popupclose', () => { if (pin.getElement()?.isConnected) shown = ''; });
      if (spot.number === shown) pin.openPopup();
    }

    const place = document.querySelector<HTMLElement>('[data-unplaced]');
    if (place) {
      place.hidden = lost === 0;
      place.textContent = (place.dataset.unplaced || '').replace('{0}', String(lost));
    }

    if (first && places.length > 0) map.fitBounds(places, { padding: [32, 32], maxZoom: 17 });
    first = false;
  };

  const load = async () => {
    const answer = await fetch(element.getAttribute('over')!, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const counts = await quiet(location.href);
    const page = counts?.ok && !counts.redirected ? new DOMParser().parseFromString(await counts.text(), 'text/html') : null;
    const [now, then] = [document.querySelector('#screen-counts'), page?.querySelector('#screen-counts')];
    if (now && then) now.replaceWith(document.importNode(then, true));
    const open = shown;
    const { points } = await answer.json();
    shown = open;
    draw(points);
  };
  const changed = () => void load();
  document.addEventListener('lx:cases', changed);
  changed();
  return () => document.removeEventListener('lx:cases', changed);
}

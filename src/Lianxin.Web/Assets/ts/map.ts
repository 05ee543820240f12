import { divIcon, geoJSON, latLngBounds, map, marker, tileLayer, type FeatureGroup, type Layer, type Map as Ground, type Marker, type Path } from 'leaflet';
import { draw } from './map/draw';
import { read, type Grid, type MapData, type Point } from './map/data';
import { fitNames, fitPoints, name } from './map/names';
import { over } from './map/over';
import { pick } from './map/pick';

const named = 40;

function words(point: Point): HTMLElement {
  const text = document.createElement(point.href ? 'a' : 'span');
  if (point.href) text.setAttribute('href', point.href);
  text.textContent = point.text || '';
  return text;
}

function label(text: string): HTMLElement {
  return Object.assign(document.createElement('span'), { textContent: text });
}

/** A map of grids and points that needs no tiles. See <c>MapData</c> for what it reads. */
class LxMap extends HTMLElement {
  private map?: Ground;
  private release?: () => void;

  connectedCallback(): void {
    void read(this).then(data => { if (this.isConnected && !this.map) this.draw(data); });
  }

  disconnectedCallback(): void {
    this.release?.();
    this.map?.remove();
    this.map = undefined;
    this.querySelectorAll('.lx-map-field, .lx-map-told, .lx-map-caption').forEach(part => part.remove());
  }

  private draw(data: MapData): void {
    Array.from(this.children).forEach(instead => { (instead as HTMLElement).hidden = true; });
    const field = Object.assign(document.createElement('div'), { className: 'lx-map-field' });
    field.setAttribute('role', 'application');
    field.setAttribute('aria-label', this.getAttribute('aria-label') || '地图');
    this.append(field);
    const ground = this.map = map(field, { attributionControl: false, zoomSnap: data.tiles ? 0.5 : 0, maxZoom: 19 });
    if (data.tiles) tileLayer(data.tiles, { maxZoom: 19 }).addTo(ground);
    const bounds = latLngBounds([]);
    // Where one taps the ground itself.
    const picks = this.hasAttribute('pick-longitude') && this.hasAttribute('pick-latitude');
    const shapes = new Map<Grid, Path>();
    const names = new Map<FeatureGroup, Grid>();
    const grids = data.grids || [];
    for (const grid of grids) {
      const shape = geoJSON(grid.polygon, { style: { className: 'lx-grid' } });
      shape.eachLayer((layer: Layer) => shapes.set(grid, layer as Path));
      shape.bindTooltip(name(grid), grids.length > named ? { sticky: true } : { permanent: true, direction: 'center', className: 'lx-grid-name', interactive: false }).addTo(ground);
      if (grids.length <= named) {
        names.set(shape, grid);
        if (!picks) shape.on('click', () => shape.getTooltip()?.getElement()?.classList.remove('tight'));
      }

      bounds.extend(shape.getBounds());
    }

    // Names stand beside their points to find the way by, and let the tap through.
    const pins: Marker[] = [];
    const covered = this.hasAttribute('over');
    for (const point of covered ? [] : data.points || []) {
      bounds.extend([point.lat, point.lon]);
      const pin = marker([point.lat, point.lon], { icon: divIcon({ className: 'lx-point', iconSize: undefined }), title: picks ? '' : point.text, alt: point.text, interactive: !picks, keyboard: !picks }).addTo(ground);
      if (!point.text) continue;
      if (picks) pins.push(pin.bindTooltip(label(point.text), { permanent: true, direction: 'right', offset: [4, 0], className: 'lx-place-name', interactive: false }));
      else pin.bindPopup(words(point));
    }

    const mark = (this.getAttribute('mark') || '').split(',').map(Number);
    if (mark.length === 2) data.centre = { lon: mark[0], lat: mark[1], zoom: 16 };
    if (mark.length === 2) marker([mark[1], mark[0]], { icon: divIcon({ className: 'lx-point', iconSize: undefined }), keyboard: false }).addTo(ground);
    if (data.centre) ground.setView([data.centre.lat, data.centre.lon], data.centre.zoom || 15);
    else if (bounds.isValid()) ground.fitBounds(bounds, { padding: [12, 12], maxZoom: 17 });
    else ground.setView([35, 105], 4);

    const fit = () => {
      fitNames(ground, names);
      if (pins.length > 0) fitPoints([...pins, ...Array.from(names.keys())]);
    };
    ground.on('zoomend', fit);
    fit();
    if (data.caption) this.append(Object.assign(document.createElement('p'), { className: 'lx-map-caption', textContent: data.caption }));
    if (covered) this.release = over(this, ground, grids, !bounds.isValid());
    if (this.hasAttribute('draw')) this.release = draw(this, ground, grids);
    if (picks) {
      this.release = pick(this, ground, grids, here => shapes.forEach((shape, grid) => shape.getElement()?.classList.toggle('here', grid === here)));
    }
  }
}

customElements.define('lx-map', LxMap);

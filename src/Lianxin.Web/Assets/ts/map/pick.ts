import { divIcon, marker, type LatLng, type Map, type Marker } from 'leaflet';
import { place } from '../shared/locate';
import { inside, type Grid } from './data';

/** A tap sets the point, fills the form's fields and says in which grid it lies; a change of the fields moves the point. */
export function pick(element: HTMLElement, map: Map, grids: Grid[], mark: (grid?: Grid) => void): () => void {
  const names = { longitude: element.getAttribute('pick-longitude')!, latitude: element.getAttribute('pick-latitude')! };
  const form = element.closest('form') || document;
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const told = Object.assign(document.createElement('p'), { className: 'lx-map-told' });
  told.setAttribute('aria-live', 'polite');
  element.append(told);
  let pin: Marker | undefined;

  const show = (lat: number, lon: number) => {
    if (pin) pin.setLatLng([lat, lon]);
    else pin = marker([lat, lon], { icon: divIcon({ className: 'lx-pin', iconSize: undefined }), keyboard: false }).addTo(map);
    const grid = grids.find(one => inside([lon, lat], one.polygon));
    mark(grid);
    told.textContent = grid ? (element.dataset.in || '在“{0}”内').replace('{0}', grid.name) : grids.length ? element.dataset.out || '不在任何网格内' : '';
    element.dispatchEvent(new CustomEvent('lx-pick', { bubbles: true, detail: { longitude: lon, latitude: lat, grid: grid?.id } }));
  };
  const set = ({ lat, lng }: LatLng) => {
    place(form, names, lng, lat);
    show(lat, lng);
  };
  const follow = () => {
    const [lat, lon] = [names.latitude, names.longitude].map(name => parseFloat(field(name)?.value || ''));
    if (!isFinite(lat) || !isFinite(lon)) return;
    show(lat, lon);
    if (!map.getBounds().contains([lat, lon])) map.setView([lat, lon], Math.max(map.getZoom(), 15));
  };
  const changed = (event: Event) => {
    if (event.target instanceof HTMLInputElement && [names.latitude, names.longitude].includes(event.target.name)) follow();
  };

  map.on('click', event => set(event.latlng.wrap()));
  // By keyboard: arrows move the ground, Enter takes its middle.
  map.getContainer().addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target !== map.getContainer()) return;
    event.preventDefault();
    set(map.getCenter());
  });
  form.addEventListener('change', changed);
  follow();
  return () => form.removeEventListener('change', changed);
}

import { polygon, type LatLng, type LatLngTuple, type Map } from 'leaflet';
import type { Position } from 'geojson';
import type { Grid } from './data';

/** How near, in pixels, a tap takes a neighbour's corner instead: borders are shared, not drawn twice. */
const near = 14;

function corners(grids: Grid[]): LatLngTuple[] {
  return grids.flatMap(({ polygon: shape }) => shape.type === 'Polygon' ? shape.coordinates : shape.type === 'MultiPolygon' ? shape.coordinates.flat() : [])
    .flat().map(([lon, lat]: Position) => [lat, lon] as LatLngTuple);
}

function read(text: string): LatLngTuple[] {
  return text.split('\n').map(line => line.split(/[,，\s;；]+/).filter(Boolean).map(Number))
    .filter(pair => pair.length === 2 && pair.every(isFinite)).map(([lon, lat]) => [lat, lon] as LatLngTuple);
}

/** Taps write corners, one “longitude,latitude” a line, into the textarea named by the attribute; typing there moves the shape. */
export function draw(element: HTMLElement, map: Map, grids: Grid[]): () => void {
  const field = (element.closest('form') || document).querySelector<HTMLTextAreaElement>(`textarea[name="${element.getAttribute('draw')}"]`);
  if (!field) return () => {};
  const known = corners(grids);
  const shape = polygon([], { className: 'lx-drawn', interactive: false }).addTo(map);
  const show = () => { shape.setLatLngs(read(field.value)); };
  const snapped = (at: LatLng): LatLngTuple => {
    const here = map.latLngToContainerPoint(at);
    const closest = known.map(corner => ({ corner, far: map.latLngToContainerPoint(corner).distanceTo(here) })).sort((a, b) => a.far - b.far)[0];
    return closest && closest.far <= near ? closest.corner : [at.lat, at.lng];
  };
  const add = (at: LatLng) => {
    const [lat, lon] = snapped(at.wrap());
    field.value = `${field.value.trim()}\n${+lon.toFixed(7)},${+lat.toFixed(7)}`.trim();
    show();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  map.on('click', event => add(event.latlng));
  // By keyboard: arrows move the ground, Enter takes its middle.
  map.getContainer().addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target !== map.getContainer()) return;
    event.preventDefault();
    add(map.getCenter());
  });
  field.addEventListener('input', show);
  show();
  return () => field.removeEventListener('input', show);
}

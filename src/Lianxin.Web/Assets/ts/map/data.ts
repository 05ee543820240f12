import type { Geometry, Position } from 'geojson';

/** <c>short</c>: the end of the name that tells a grid from its neighbours of the same village. */
export interface Grid { id: string | number; name: string; short?: string; polygon: Geometry }
export interface Point { lat: number; lon: number; text?: string; href?: string }

/** What a map shows; degrees, latitude north and longitude east. */
export interface MapData {
  grids?: Grid[];
  points?: Point[];
  centre?: { lat: number; lon: number; zoom?: number };
  /** Address of tiles with {z}, {x} and {y}, from our own origin; none means a plain ground. */
  tiles?: string;
  /** The map's approval number and source, always shown. */
  caption?: string;
}

export async function read(element: HTMLElement): Promise<MapData> {
  const src = element.getAttribute('src');
  if (src) return (await fetch(src, { headers: { Accept: 'application/json' } })).json();
  return JSON.parse(element.querySelector('script[type="application/json"]')?.textContent || '{}');
}

function inRing([x, y]: Position, ring: Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }

  return inside;
}

/** Whether a point lies in a polygon or in one of several, holes left out. */
export function inside(at: Position, shape: Geometry): boolean {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [];
  return polygons.some(([outer, ...holes]) => inRing(at, outer) && !holes.some(hole => inRing(at, hole)));
}

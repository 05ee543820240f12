import { point, type FeatureGroup, type Layer, type Map as Ground } from 'leaflet';
import { inside, type Grid } from './data';

/** Ways to set a name, the plainest first: on one line, on two, in columns; last only what tells it from its neighbours. */
const ways = ['', 'lines', 'columns', 'short', 'short columns'];

/** The name in two parts where it begins with that of the village, so that it can break between them. */
export function name(grid: Grid): HTMLElement {
  const whole = document.createElement('span');
  const short = grid.short || '';
  for (const part of [grid.name.slice(0, grid.name.length - short.length), short].filter(Boolean)) whole.append(Object.assign(document.createElement('span'), { textContent: part }));
  return whole;
}

/** Sets every name as it fits inside its grid; one that fits in no way waits until one looks nearer, or taps the grid. */
export function fitNames(ground: Ground, names: Map<FeatureGroup, Grid>): void {
  names.forEach((grid, group) => {
    const label = group.getTooltip()?.getElement();
    if (!label) return;
    const fits = ways.some(way => {
      label.classList.remove('tight', 'lines', 'columns', 'short');
      label.classList.add(...way.split(' ').filter(Boolean));
      group.getTooltip()!.update();
      const [box, field] = [label.getBoundingClientRect(), ground.getContainer().getBoundingClientRect()];
      return [0, 0.5, 1].every(x => [0, 0.5, 1].every(y => {
        const at = ground.containerPointToLatLng(point(box.left - field.left + x * box.width, box.top - field.top + y * box.height));
        return inside([at.lng, at.lat], grid.polygon);
      }));
    });
    label.classList.toggle('tight', !fits);
  });
}

/** Of names that lie over each other the first stays; the others wait until one looks nearer. */
export function fitPoints(layers: Layer[]): void {
  const taken: DOMRect[] = [];
  for (const layer of layers) {
    const label = layer.getTooltip()?.getElement();
    if (!label || label.classList.contains('tight') && label.matches('.lx-grid-name')) continue;
    const box = label.getBoundingClientRect();
    const over = taken.some(other => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
    label.classList.toggle('tight', over);
    if (!over) taken.push(box);
  }
}

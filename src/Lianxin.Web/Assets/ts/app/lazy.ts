import { load } from '../shared/load';
import { whenever } from '../shared/whenever';

whenever<HTMLElement>('lx-map[data-src]:not([hidden]), lx-chart[data-src]', load);

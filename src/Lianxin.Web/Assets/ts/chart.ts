import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { figures, type Figures } from './chart/table';

// On a canvas, and the tooltip drawn too: the HTML one and the SVG one write inline styles, which the content policy refuses.
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

function options(element: HTMLElement, { names, series }: Figures): Record<string, unknown> {
  const look = getComputedStyle(element);
  const tone = (name: string, otherwise: string) => look.getPropertyValue(name).trim() || otherwise;
  const text = { color: look.color, fontFamily: look.fontFamily, fontSize: parseFloat(look.fontSize) * 0.875 };
  const lines = { lineStyle: { color: tone('--chart-line', '#d5d9d6') } };
  const kind = element.getAttribute('kind') === 'line' ? 'line' : 'bar';
  const flat = element.hasAttribute('horizontal');
  const category = { type: 'category', data: names, inverse: flat, axisLabel: text, axisLine: lines, axisTick: { show: false } };
  const value = { type: 'value', minInterval: element.hasAttribute('fractions') ? undefined : 1, axisLabel: text, splitLine: lines };
  return {
    animation: false,
    color: ['#2f6f5e', '#c8772b', '#4a6fa5', '#a23b3b', '#7a6a9b', '#6b7280'].map((usual, i) => tone(`--chart-${i + 1}`, usual)),
    textStyle: text,
    grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, top: 0, textStyle: text },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, textStyle: { fontFamily: look.fontFamily } },
    xAxis: flat ? value : category,
    yAxis: flat ? category : value,
    series: series.map(one => ({ type: kind, name: one.name, data: one.values, stack: element.hasAttribute('stacked') ? 'all' : undefined, barMaxWidth: 32 })),
  };
}

/** A chart of the table inside it; the table stays for those who listen, and for browsers that cannot draw. */
class LxChart extends HTMLElement {
  private chart?: EChartsType;
  private sizes?: ResizeObserver;

  connectedCallback(): void {
    const table = this.querySelector('table');
    if (!table || this.chart) return;
    const read = figures(table);
    const place = Object.assign(document.createElement('div'), { className: 'lx-chart-place' });
    place.setAttribute('aria-hidden', 'true');
    place.style.height = getComputedStyle(this).getPropertyValue('--chart-height').trim() || '16rem';
    const kept = Object.assign(document.createElement('div'), { className: 'lx-chart-table' });
    kept.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
    this.style.display = 'block';
    this.style.position = 'relative';
    table.before(kept);
    kept.append(table);
    this.append(place);
    this.chart = init(place);
    this.chart.setOption(options(this, read));
    this.setAttribute('data-drawn', '');
    if ('ResizeObserver' in window) (this.sizes = new ResizeObserver(() => this.chart?.resize())).observe(place);
  }

  disconnectedCallback(): void {
    this.sizes?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    const table = this.querySelector('table');
    if (table) this.replaceChildren(table);
  }
}

customElements.define('lx-chart', LxChart);

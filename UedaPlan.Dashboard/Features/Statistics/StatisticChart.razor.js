// @ts-check
/** 統計のグラフ: draws the table that stands beside it; the only file that knows ApexCharts. Nothing moves but what a person asks for. */

import { read } from '../../Marks/StatisticTable.razor.js';
import { showLegend } from './StatisticLegend.razor.js';

const POINTS = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'];
const DASHES = [0, 8, 3];
const TEXTURES = ['', 'slantedLines', '', 'verticalLines', '', 'circles', 'horizontalLines', '', 'slantedLines', '', 'verticalLines', ''];
const COLOURS = 6;
const DARK = matchMedia('(prefers-color-scheme: dark)');
const HEIGHT = 360;
const LONGEST_BELOW = 4; // longer labels stand at the side, bars lie down
const LONGEST_UNIT = 4; // a longer one would leave no room for the chart

/** @typedef {import('../../Marks/StatisticTable.razor.js').Series} Series */
/** @typedef {import('../../Marks/StatisticTable.razor.js').Values} Values */

/** The library writes names into its tooltips as HTML. @param {string} name */
const harmless = name => name.replace(/[<>&]/g, c => /** @type {Record<string, string>} */ ({ '<': '＜', '>': '＞', '&': '＆' })[c]);

const written = (/** @type {number} */ value) => value.toLocaleString('ja-JP', { maximumFractionDigits: 6 }).replace('-', '−');

/** A long label in several lines. @param {string} label */
const lines = label => label.length > 8 ? label.match(/.{1,8}/gu)?.map(harmless) : harmless(label);

class StatisticChart extends HTMLElement {
  /** @type {any} */ #chart;
  /** @type {Set<string>} */ #hidden = new Set();
  /** Drawings wait for each other: one taken away while it is drawn would finish over the next. */ #drawing = Promise.resolve();
  #drawn = ''; #turn = 0;

  connectedCallback() {
    document.addEventListener('plan:swapped', this);
    DARK.addEventListener('change', this);
    this.#draw();
  }

  disconnectedCallback() {
    document.removeEventListener('plan:swapped', this);
    DARK.removeEventListener('change', this);
    this.#chart?.destroy();
  }

  handleEvent = (/** @type {Event} */ { type }) => this.#draw(type === 'change');

  #address = (/** @type {string} */ name) => new URL(this.dataset[name] ?? '', document.baseURI).href;

  get #table() { return /** @type {HTMLTableElement | null} */ (document.getElementById(this.dataset.table ?? '')); }

  #draw(again = false) { // again: also where the values have not changed
    const table = this.#table;
    this.hidden = !table;
    if (!table || (this.#drawn === table.outerHTML && !again)) return;
    this.#drawn = table.outerHTML;
    const [turn, values] = [++this.#turn, read(table)];
    this.#showLegend(values);
    this.#drawing = this.#drawing.then(() => this.#paint(turn, values)).catch(() => this.#giveUp(turn));
  }

  /** The table says it all; the next change tries again. @param {number} turn */
  #giveUp(turn) {
    if (turn === this.#turn) [this.hidden, this.#drawn] = [true, ''];
  }

  /** @param {number} turn @param {Values} values */
  async #paint(turn, values) {
    const [{ default: ApexCharts }, words] = await Promise.all([import(this.#address('library')), fetch(this.#address('words')).then(answer => answer.json())]);
    if (turn !== this.#turn || !this.isConnected) return; // a newer drawing has begun
    this.#chart?.destroy();
    const place = document.createElement('div'); // a new one each time: the library redraws a destroyed chart whose size had just changed
    this.querySelector('.canvas')?.replaceChildren(place);
    this.#chart = new ApexCharts(place, this.#options(values, words));
    await this.#chart.render();
    this.#say(values);
    this.dataset.drawn = String(turn);
  }

  #token = (/** @type {string} */ token) => getComputedStyle(this).getPropertyValue(token).trim();

  #colour = (/** @type {number} */ i) => this.#token(`--ch-${(i % COLOURS) + 1}`);

  /** @param {string} form @param {number} i */
  #look = (form, i) => form === 'lines'
    ? { colour: this.#colour(i), point: POINTS[(i + Math.floor(i / COLOURS)) % POINTS.length], dash: DASHES[i % DASHES.length] }
    : { colour: this.#colour(i), texture: TEXTURES[i % TEXTURES.length] };

  /** @param {Values} values */
  #showLegend({ form, series }) {
    const items = series.map(({ name }, i) => ({ name, look: this.#look(form, i), shown: !this.#hidden.has(name) }));
    showLegend(/** @type {Element} */ (this.querySelector('.legend')), items, name => {
      if (!this.#hidden.delete(name)) this.#hidden.add(name);
      this.#draw(true);
    });
  }

  /** @param {Values} values @param {any} words */
  #options({ form, labels, series }, words) {
    const looks = series.map((_, i) => this.#look(form, i));
    const isLines = form === 'lines';
    const isAcross = !isLines && labels.some(label => label.length > LONGEST_BELOW);
    const number = this.#number(form);
    return {
      chart: {
        type: isLines ? 'line' : 'bar', stacked: !isLines, stackType: form === 'shares' ? '100%' : 'normal', height: isAcross ? Math.max(HEIGHT, labels.length * 48 + 60) : HEIGHT, locales: [words], defaultLocale: 'ja',
        toolbar: { show: false }, zoom: { enabled: false }, animations: { enabled: false }, fontFamily: this.#token('--font-sans'), foreColor: this.#token('--drawn-text'), background: 'transparent',
      },
      series: series.map(({ name, values }, i) => ({ name: `s${i}`, data: values, hidden: this.#hidden.has(name) })),
      colors: looks.map(look => look.colour),
      stroke: { curve: 'straight', width: isLines ? 3 : 1.5, colors: looks.map(look => look.colour), dashArray: isLines ? looks.map(look => look.dash) : 0 },
      fill: isLines ? { opacity: 1 } : { opacity: 1, type: looks.map(look => look.texture ? 'pattern' : 'solid'), pattern: { style: looks.map(look => look.texture || 'slantedLines'), width: 6, height: 6, strokeWidth: 2 } },
      markers: isLines ? { size: 6, shape: looks.map(look => look.point), strokeWidth: 1, strokeColors: this.#token('--drawn-surface') } : { size: 0 },
      plotOptions: { bar: { horizontal: isAcross, columnWidth: '60%', barHeight: '70%' } },
      xaxis: { categories: labels.map(lines), tooltip: { enabled: false }, labels: { style: { fontSize: '14px' }, rotate: 0, hideOverlappingLabels: true, ...(isAcross && { formatter: number(series[0].unit) }) }, axisTicks: { show: false } },
      yaxis: isAcross ? { labels: { style: { fontSize: '14px' }, maxWidth: 150 } } : this.#axes(form, series),
      grid: { borderColor: this.#token('--drawn-grid') },
      legend: { show: false },
      dataLabels: { enabled: false },
      tooltip: { shared: true, intersect: false, style: { fontSize: '14px' }, y: series.map(({ name, unit }) => ({
        title: { formatter: () => harmless(name) },
        formatter: (/** @type {number | null | undefined} */ value) => value === null || value === undefined ? '―' : `${written(value)}${harmless(unit)}`,
      })) },
    };
  }

  /** What stands along an axis. @param {string} form */
  #number = form => (/** @type {string} */ unit) => (/** @type {number} */ value) => `${written(value)}${form === 'shares' ? '%' : unit.length <= LONGEST_UNIT ? unit : ''}`;

  /** One axis, or one on either side for two units. @param {string} form @param {Series[]} series */
  #axes(form, series) {
    const units = [...new Set(series.map(s => s.unit))];
    return series.map(({ unit }, i) => ({
      seriesName: `s${series.findIndex(s => s.unit === unit)}`,
      show: series.findIndex(s => s.unit === unit) === i,
      opposite: unit !== units[0],
      labels: { style: { fontSize: '14px' }, formatter: this.#number(form)(unit) },
      forceNiceScale: true,
    }));
  }

  /** An axis that does not begin at 0 makes differences look larger: that is said. @param {Values} values */
  #say({ form, series }) {
    const axes = series.flatMap(({ unit }, i) => series.findIndex(s => s.unit === unit) === i ? [{ unit, from: this.#chart.w.globals.yAxisScale[i]?.niceMin ?? 0 }] : []);
    const cut = form === 'lines' ? axes.filter(axis => axis.from > 0).map(axis => `${written(axis.from)}${axis.unit}`) : [];
    /** @type {Element} */ (this.querySelector('.hint')).textContent = `${cut.length > 0 ? `縦軸は${cut.join('と')}から。` : ''}${form === 'shares' && series.some(s => this.#hidden.has(s.name)) ? 'いまは、表示している項目だけで100%にしています。' : ''}項目の名前を押すと、グラフの表示と非表示を切り替えます。`;
  }
}

if (!customElements.get('statistic-chart')) customElements.define('statistic-chart', StatisticChart);

// @ts-check
/** グラフのカーソル: a tap, a drag or the arrow keys choose a year of a chart; its values stand below and are said politely. */

const SAY_AFTER_MS = 500; // whoever runs along the years hears where they stopped
const DRAG_PX = 8; // less is a tap, or the beginning of a scroll

/** The year chosen on each chart: a chart swapped in goes on where the one before it stood. @type {Map<string, string>} */
const chosen = new Map();

class TrendChart extends HTMLElement {
  connectedCallback() {
    this.drawing = /** @type {SVGSVGElement} */ (this.querySelector('svg'));
    this.readout = /** @type {HTMLElement} */ (this.querySelector('.readout'));
    this.hint = this.readout.firstElementChild;
    this.spoken = /** @type {HTMLElement} */ (this.querySelector('[role=status]'));
    this.years = /** @type {HTMLElement[]} */ ([...(this.querySelector('template')?.content.children ?? [])]);
    this.saying = 0;
    this.addEventListener('keydown', this);
    for (const event of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) this.drawing.addEventListener(event, this);
    const year = this.years.find(y => y.dataset.year === chosen.get(this.id));
    if (year) this.show(year);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.press(event);
    else if (event instanceof PointerEvent) this.point(event);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = this.years.findIndex(y => y.dataset.year === chosen.get(this.id));
    if (event.key === 'Escape' && at >= 0) this.clear();
    else {
      const next = this.next(event.key, at);
      if (next === null) return;
      this.choose(this.years[Math.max(0, Math.min(next, this.years.length - 1))]);
    }
    event.preventDefault(); // the same keys would scroll a narrow chart
  }

  /** The first arrow begins at the newest actual. @param {string} key @param {number} at @returns {number | null} */
  next(key, at) {
    if (key === 'Home') return 0;
    if (key === 'End') return this.years.length - 1;
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
    if (at < 0) return Math.max(0, this.years.findIndex(y => y.dataset.year === this.dataset.latest));
    return key === 'ArrowLeft' ? at - 1 : at + 1;
  }

  /** A finger that goes up or down scrolls the page: the browser then takes the pointer away. @param {PointerEvent} event */
  point(event) {
    if (event.type === 'pointerdown' && event.isPrimary && event.button === 0) {
      this.pressedAt = event.clientX;
      this.drawing?.setPointerCapture(event.pointerId);
      if (event.pointerType === 'mouse') this.chooseAt(event.clientX);
    } else if (this.pressedAt === undefined) return;
    else if (event.type === 'pointercancel') this.pressedAt = undefined;
    else if (event.type === 'pointerup') {
      this.chooseAt(event.clientX);
      this.pressedAt = undefined;
    } else if (event.pointerType === 'mouse' || Math.abs(event.clientX - this.pressedAt) > DRAG_PX) {
      this.pressedAt = -Infinity; // dragging: every further move counts
      this.chooseAt(event.clientX);
    }
  }

  /** @param {number} clientX */
  chooseAt(clientX) {
    const x = (clientX - this.box().left) / this.scale();
    const away = (/** @type {HTMLElement} */ year) => Math.abs(Number(year.dataset.x) - x);
    this.choose(this.years.reduce((best, year) => away(year) < away(best) ? year : best));
  }

  /** @param {HTMLElement} year */
  choose(year) {
    if (chosen.get(this.id) === year.dataset.year) return;
    chosen.set(this.id, year.dataset.year ?? '');
    this.show(year);
    this.reveal(Number(year.dataset.x));
    this.say([...year.children].map(part => (part.textContent ?? '').replace(/\s+/g, ' ').trim()).join('、'));
  }

  /** @param {HTMLElement} year */
  show(year) {
    this.readout.replaceChildren(year.cloneNode(true));
    const [line, ring] = this.drawing.querySelectorAll('.cursor');
    line.setAttribute('transform', `translate(${year.dataset.x} 0)`);
    line.removeAttribute('hidden');
    ring.toggleAttribute('hidden', !year.dataset.y);
    if (year.dataset.y) ring.setAttribute('transform', `translate(${year.dataset.x} ${year.dataset.y})`);
  }

  clear() {
    chosen.delete(this.id);
    this.drawing.querySelectorAll('.cursor').forEach(part => part.setAttribute('hidden', ''));
    this.readout.replaceChildren(...(this.hint ? [this.hint] : []));
    this.say('');
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.spoken.textContent = words; }, SAY_AFTER_MS);
  }

  /** Keeps the chosen year in view where the chart is wider than the screen. @param {number} x */
  reveal(x) {
    const region = /** @type {HTMLElement} */ (this.querySelector('[role=region]'));
    const at = x * this.scale();
    if (at < region.scrollLeft + 60 || at > region.scrollLeft + region.clientWidth - 60) region.scrollLeft = at - region.clientWidth / 2;
  }

  box() { return this.drawing.getBoundingClientRect(); }

  scale() { return this.box().width / this.drawing.viewBox.baseVal.width; }
}

customElements.define('trend-chart', TrendChart);

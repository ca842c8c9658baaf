// @ts-check
/**
 * 見ている場所: what the reader looks at stays where it is while something above it grows or shrinks, and when the tablet is
 * turned. Some browsers never do this, and the others lose hold when what they held on to is replaced.
 */

const SETTLED_MS = 150;
const READ_FROM = 96; // below what sticks to the top
const READ_AT = .3; // of the width: in a list the name, on a broad screen the broad column
const STEP = 24;
const HELD = 'h1, h2, h3, p, li, tr, a, summary, button, [data-live]';

/** @typedef {{ element: Element, block: Element | null, top: number, blockTop: number }} Place */

/** @type {Place | null} */
let settled = null;
let settling = 0;
let width = innerWidth;

/** Names an element among its block's: by what it leads to or what it is called, so that a list in a new order is no trap. @param {Element} element */
function nameOf(element) {
  for (const attribute of ['id', 'href', 'name']) {
    const value = element.getAttribute(attribute);
    if (value) return `${element.localName}[${attribute}="${CSS.escape(value)}"]`;
  }
  return element.localName;
}

/** What stands in a block for an element of the block it replaced; null where that is gone. @param {Element} element @param {Element} old @param {Element} incoming */
export function twin(element, old, incoming) {
  if (element === old) return incoming;
  const name = nameOf(element);
  return incoming.querySelectorAll(name)[[...old.querySelectorAll(name)].indexOf(element)] ?? null;
}

/** @param {Element} element */
const topOf = element => element.getBoundingClientRect().top;

/** @param {Element} element @returns {Place} */
function placeOf(element) {
  const block = element.closest('[data-live][id]');
  return { element, block, top: topOf(element), blockTop: block ? topOf(block) : 0 };
}

/** What has the focus, if it is in sight; otherwise what stands highest below the bars. @returns {Place | null} */
function look() {
  if (scrollY <= 0) return null; // at the top one sees the top
  const focused = document.activeElement;
  if (focused && isContent(focused) && isInSight(focused)) return placeOf(focused);
  for (let y = READ_FROM; y < innerHeight; y += STEP) {
    const seen = document.elementFromPoint(innerWidth * READ_AT, y)?.closest(HELD);
    if (seen && isContent(seen)) return placeOf(seen);
  }
  return null;
}

/** What sticks to the window tells nothing of the page. @param {Element} element */
const isContent = element => element.closest('main *') !== null && element.closest('nav') === null;

/** @param {Element} element */
const isInSight = element => topOf(element) >= 0 && topOf(element) < innerHeight;

/** Where the thing itself is gone, its block stays where it was. @param {Place} place */
function bringBack({ element, block, top, blockTop }) {
  const incoming = block && document.getElementById(block.id);
  const held = element.isConnected || !block || !incoming ? element : twin(element, block, incoming);
  if (held?.isConnected) scrollBy({ top: topOf(held) - top, behavior: 'instant' });
  else if (incoming) scrollBy({ top: topOf(incoming) - blockTop, behavior: 'instant' });
}

/** Changes the page and keeps what the reader looks at where it is. @param {() => void} change */
export function keepPlace(change) {
  const place = look();
  change();
  if (place) bringBack(place);
  settled = look();
}

addEventListener('scroll', () => {
  clearTimeout(settling);
  settling = setTimeout(() => { settled = look(); }, SETTLED_MS);
}, { passive: true });

addEventListener('resize', () => {
  if (innerWidth === width) return; // a keyboard came up or an address bar went away
  width = innerWidth;
  if (settled) bringBack({ ...settled, top: Math.min(settled.top, innerHeight / 2) });
});

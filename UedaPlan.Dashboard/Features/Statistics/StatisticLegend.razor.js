// @ts-check
/** 凡例: one button per item, with the sign by which its line or bar is told apart in grey; pressed means shown. */

const SVG = 'http://www.w3.org/2000/svg';

/** Signs on lines, by the names charts know them by. @type {Record<string, string>} */
const POINTS = {
  circle: 'M9 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  square: 'M9.5 3.5h9v9h-9z',
  triangle: 'M14 2.5l6 10.5h-12z',
  diamond: 'M14 2l6 6l-6 6l-6-6z',
  star: 'M14 1.5l2 4.4l4.8.5l-3.6 3.2l1 4.7l-4.2-2.4l-4.2 2.4l1-4.7l-3.6-3.2l4.8-.5z',
  cross: 'M9.5 3.5l9 9m0-9l-9 9',
};

/** Textures of bars. @type {Record<string, string>} */
const TEXTURES = {
  slantedLines: 'M5 12l8-9M11 13l9-10M17 13l6-7',
  verticalLines: 'M8 3v10M13 3v10M18 3v10M23 3v10',
  horizontalLines: 'M4 5.5h20M4 8h20M4 10.5h20',
  circles: 'M8 6h.01M13 6h.01M18 6h.01M10.500 10h.01M15.500 10h.01M20.500 10h.01',
};

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** @param {{ colour: string, point?: string, dash?: number, texture?: string }} look */
function sign({ colour, point, dash = 0, texture = '' }) {
  const drawing = shape('svg', { viewBox: '0 0 28 16', 'aria-hidden': 'true', focusable: 'false' });
  if (point) {
    drawing.append(shape('path', { d: 'M1 8h26', stroke: colour, 'stroke-width': 3, 'stroke-dasharray': dash || 'none' }));
    drawing.append(shape('path', { d: POINTS[point], fill: point === 'cross' ? 'none' : colour, stroke: colour, 'stroke-width': point === 'cross' ? 3 : 0 }));
  } else {
    drawing.append(shape('rect', { x: 3.5, y: 2.5, width: 21, height: 11, fill: texture ? 'none' : colour, stroke: colour, 'stroke-width': 1.5 }));
    if (texture) drawing.append(shape('path', { d: TEXTURES[texture], fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linecap': 'round' }));
  }
  return drawing;
}

/**
 * Shows the buttons anew; the one that had the focus keeps it.
 * @param {Element} place
 * @param {{ name: string, look: { colour: string, point?: string, dash?: number, texture?: string }, shown: boolean }[]} items
 * @param {(name: string) => void} press
 */
export function showLegend(place, items, press) {
  const focused = place.contains(document.activeElement) ? document.activeElement?.textContent : null;
  place.replaceChildren(...items.map(({ name, look, shown }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', String(shown));
    button.append(sign(look), name);
    button.addEventListener('click', () => press(name));
    return button;
  }));
  for (const button of place.querySelectorAll('button')) if (button.textContent === focused) button.focus({ preventScroll: true });
}

// @ts-check
/**
 * 値の動き: a bar glides from where it was to where it is. The number itself only appears: counted through, it would show
 * values nobody saved, and a tab put to sleep meanwhile would keep one of them.
 */

const GLIDE = { duration: 800, easing: 'cubic-bezier(.2, 0, 0, 1)' };
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {Element} mark @param {string} name */
const number = (mark, name) => Number(mark.getAttribute(name));

/** @param {Element} from @param {Element} to */
function glideBar(from, to) {
  const [was, is] = [from.querySelector('.value'), to.querySelector('.value')];
  if (was && is && was.getAttribute('cx') !== is.getAttribute('cx')) {
    is.animate([{ transform: `translateX(${number(was, 'cx') - number(is, 'cx')}px)` }, { transform: 'none' }], GLIDE);
  }
  const [before, after] = [from.querySelector('.span'), to.querySelector('.span')];
  if (before && after) after.animate([before, after].map(span => ({ x: `${number(span, 'x')}px`, width: `${number(span, 'width')}px` })), GLIDE);
}

/** To be called once the new block stands where the old one stood. @param {Element} old @param {Element} incoming */
export function glide(old, incoming) {
  if (still.matches || document.hidden) return;
  const [from, to] = [old, incoming].map(block => [...block.querySelectorAll('svg.bullet')]);
  if (from.length === to.length) to.forEach((bar, i) => glideBar(from[i], bar));
  for (const figure of incoming.querySelectorAll('.figure')) {
    if (![...old.querySelectorAll('.figure')].some(f => f.textContent === figure.textContent)) {
      figure.animate([{ opacity: 0 }, { opacity: 1 }], GLIDE);
    }
  }
}

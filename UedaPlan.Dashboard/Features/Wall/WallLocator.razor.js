// @ts-check
/** 切り替え: shows one screen after the other, says which comes next, and jumps to what has just changed. */

import { write } from '../../Live/LiveTime.razor.js';

const JUMP_EVERY_MS = 60_000;
const SHIFTS = 4;

/** @param {string} name @param {Element} of */
const data = (name, of) => of.getAttribute(`data-${name}`) ?? '';

const slides = [...document.querySelectorAll('[data-slide]')];
let shown = Math.max(0, slides.findIndex(s => s.classList.contains('is-shown')));
let shownAt = performance.now(); // never the time of day, which may be set back by an hour
let jumpedAt = -Infinity;
let paused = true;
let pending = -1; // the screen of what changed and has not been turned to
let rounds = 0;

/** @param {number} index @param {number} now */
function show(index, now) {
  shownAt = now;
  if (index !== shown) {
    slides[shown].classList.remove('is-shown');
    slides[index].classList.add('is-shown');
    shown = index;
  }
  if (index === pending) pending = -1;
  document.dispatchEvent(new CustomEvent('wall:shown', { detail: { slide: slides[shown] } }));
  for (const dot of document.querySelectorAll('[data-dot]')) dot.classList.toggle('is-on', data('dot', dot) === data('group', slides[shown]));
  write('[data-place]', `${shown + 1} / ${slides.length}`);
}

/** The next screen; at the end of a round, also of a round of one, the picture moves a little. @param {number} now */
function turn(now) {
  const next = (shown + 1) % slides.length;
  if (next === 0) document.documentElement.setAttribute('data-shift', String(++rounds % SHIFTS));
  show(next, now);
}

/** To what changed, unless that was done less than a minute ago: then as soon as it may. @param {number} now */
function jump(now) {
  if (pending < 0 || paused || now - jumpedAt < JUMP_EVERY_MS) return false;
  jumpedAt = now;
  show(pending, now);
  return true;
}

/** To be called every second. @param {number} now */
export function tickRotation(now) {
  if (slides.length === 0) return;
  document.querySelector('[data-next]')?.toggleAttribute('hidden', paused);
  if (paused) return;
  if (jump(now)) return;
  if (now - shownAt >= Number(data('seconds', slides[shown])) * 1000) turn(now);
  const next = slides[(shown + 1) % slides.length];
  const left = Number(data('seconds', slides[shown])) * 1000 - (now - shownAt);
  write('[data-next-label]', data('label', next));
  write('[data-next-seconds]', String(Math.max(1, Math.round(left / 1000))));
}

/** Standing still while nothing can change, and a full turn for the screen that was waiting. @param {boolean} pause @param {number} now */
export function pauseRotation(pause, now) {
  const resumed = paused && !pause && slides.length > 0;
  paused = pause;
  if (resumed && !jump(now)) show(shown, now);
}

/** To the newest of the changed rows, once, also after a pause; the others are marked where they stand. @param {Element[]} rows @param {number} now */
export function jumpTo(rows, now) {
  const newest = rows.reduce((a, b) => Number(data('entry', b)) >= Number(data('entry', a)) ? b : a, rows[0]);
  const same = rows.filter(r => data('entry', r) === data('entry', newest)).map(r => slides.findIndex(s => s.contains(r)));
  const index = Math.max(...same); // its own section rather than the overview, which comes first
  if (index < 0 || (index === shown && !paused && now - jumpedAt < JUMP_EVERY_MS)) return; // it is seen where it stands
  pending = index;
  jump(now);
}

if (slides.length > 0) show(shown, shownAt);

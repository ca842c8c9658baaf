// @ts-check
/**
 * 更新の印: highlights what just changed, shortens today's times, says the connection in words, names changes politely.
 * Tells others with "plan:news" on the document, once per swap, which rows hold a change that has just arrived.
 */

import { keepPlace } from './LivePlace.razor.js';
import { inJapan, NEWS_MS } from './LiveTime.razor.js';

const TINT_MS = 20_000;
const ANNOUNCE_EVERY_MS = 5_000;

/** @type {Map<string, string>} sentences waiting to be announced, one per row */
const waiting = new Map();
const announcer = document.querySelector('[data-announcer]'); // none on the wall, where nobody listens
/** When each change that still stands arrived on this screen, by the screen's own clock. @type {Map<string, number>} */
const arrivals = new Map();
let newest = 0;
let announcedAt = 0;
let lastState = 'connecting';

/** @param {ParentNode} root */
function shortenTimes(root) {
  const today = inJapan(new Date()).date;
  const thisYear = today.split('年')[0];
  for (const time of root.querySelectorAll('time[data-today]')) {
    const moment = inJapan(new Date(time.getAttribute('datetime') ?? ''));
    time.setAttribute('data-full', time.getAttribute('data-full') ?? time.textContent ?? '');
    time.textContent = moment.date === today ? moment.clock : moment.date.startsWith(`${thisYear}年`) ? time.getAttribute('data-full') : `${moment.date} ${moment.clock}`;
  }
}

/** One name per change, also where a restored backup gives its number a second time. @param {Element} row */
const changeOf = row => `${row.getAttribute('data-entry')} ${row.getAttribute('data-changed-at')}`;

const changedRows = () => [...document.querySelectorAll('[data-entry][data-changed-at]')];

/** What a wall shows for weeks is marked from here, by what is in the document now: no row is held on to once it is gone. */
function mark() {
  const now = Date.now();
  const rows = changedRows();
  const standing = new Set(rows.map(changeOf));
  /** @type {Element[]} */
  const turning = [];
  for (const [change, since] of arrivals) if (now - since >= NEWS_MS || !standing.has(change)) arrivals.delete(change);
  for (const row of rows) {
    const since = arrivals.get(changeOf(row));
    row.classList.toggle('is-live', since !== undefined && now - since < TINT_MS);
    const chip = row.querySelector('[data-updated]');
    if (chip && chip.hasAttribute('hidden') !== (since === undefined)) turning.push(chip);
  }
  if (turning.length > 0) keepPlace(() => turning.forEach(chip => chip.toggleAttribute('hidden'))); // a row with its chip is taller
}

/** Changes that were there when the page was opened. A screen whose clock is slow must not take them for later than now. */
function rememberLoaded() {
  const now = Date.now();
  for (const row of changedRows()) arrivals.set(changeOf(row), Math.min(now, new Date(row.getAttribute('data-changed-at') ?? '').getTime()));
  newest = newestEntry();
}

const newestEntry = () => Math.max(0, ...changedRows().map(r => Number(r.getAttribute('data-entry'))));

/** @param {Element[]} blocks the blocks just swapped in */
function welcome(blocks) {
  const rows = changedRows().filter(r => Number(r.getAttribute('data-entry')) > newest && blocks.some(b => b.contains(r)));
  for (const row of rows) {
    arrivals.set(changeOf(row), Date.now());
    if (announcer) waiting.set(row.getAttribute('data-entry') ?? '', `更新 ${row.getAttribute('data-announce') ?? ''}`);
  }
  newest = newestEntry();
  mark();
  if (rows.length > 0) document.dispatchEvent(new CustomEvent('plan:news', { detail: { rows } }));
}

function announce() {
  if (!announcer || waiting.size === 0 || Date.now() - announcedAt < ANNOUNCE_EVERY_MS) return;
  announcedAt = Date.now();
  const [first, ...rest] = [...new Set(waiting.values())];
  waiting.clear();
  announcer.textContent = `${first}${rest.length > 0 ? ` ほか${rest.length}件` : ''}`;
}

/** @param {{ state: string, lostAt: number }} connection */
function sayConnection({ state, lostAt }) {
  const seconds = Math.round((Date.now() - lostAt) / 1000);
  const words = { connected: '接続中', reconnecting: `再接続中 ${seconds}秒`, disconnected: '切断', connecting: '接続を確認中' }[state] ?? '';
  for (const mark of document.querySelectorAll('[data-connection-sign]')) {
    mark.setAttribute('data-state', state);
    const text = mark.querySelector('[data-connection-text]');
    if (text && text.textContent !== words) text.textContent = words;
  }
  document.documentElement.setAttribute('data-connection', state);
  showBand(state !== 'disconnected', `接続が切れています。下の数字は ${inJapan(lostAt).clock} 時点のものです。自動で再接続しています。`);
  if (state === 'connected' && lastState !== 'connecting' && lastState !== 'connected' && announcer) waiting.set('back', '接続が戻りました');
  lastState = state;
}

/** @param {boolean} hidden @param {string} text */
function showBand(hidden, text) {
  const band = document.querySelector('[data-connection-band]');
  const sentence = band?.querySelector('[data-band-text]');
  if (!band || !sentence || (hidden ? band.hasAttribute('hidden') : sentence.textContent === text && !band.hasAttribute('hidden'))) return; // an alert is read aloud at each change
  keepPlace(() => {
    band.toggleAttribute('hidden', hidden);
    sentence.textContent = text;
  });
}

async function showViewer() {
  const place = document.querySelector('[data-viewer] a');
  if (!place) return;
  const answer = await fetch('/me', { headers: { Accept: 'application/json' } });
  if (answer.status !== 200) return;
  const viewer = await answer.json();
  place.setAttribute('href', viewer.home);
  const name = place.querySelector('[data-viewer-name]') ?? place;
  name.textContent = viewer.name;
}

document.addEventListener('plan:connection', e => sayConnection(/** @type {CustomEvent} */ (e).detail));
document.addEventListener('plan:swapped', e => {
  const blocks = /** @type {CustomEvent} */ (e).detail.changed;
  blocks.forEach(shortenTimes);
  welcome(blocks);
});
document.querySelector('[data-reconnect]')?.addEventListener('click', () => document.dispatchEvent(new Event('plan:reconnect')));
shortenTimes(document);
rememberLoaded();
mark();
setInterval(() => { document.documentElement.dataset.marks = String(Date.now()); mark(); announce(); }, 1_000);
setInterval(() => keepPlace(() => shortenTimes(document)), 60_000);
showViewer().catch(() => {}); // the plain sign-in link stands

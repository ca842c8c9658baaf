// @ts-check
/** 更新の印: highlights what just changed, shortens today's times, says the connection in words, names changes politely. */

const TINT_MS = 20_000;
const CHIP_MS = 10 * 60_000;
const ANNOUNCE_EVERY_MS = 5_000;

/** @type {Map<string, string>} sentences waiting to be announced, one per row */
const waiting = new Map();
const announcer = document.querySelector('[data-announcer]'); // none on the wall, where nobody listens
let announcedAt = 0;
let lastState = 'connecting';

/** @param {Date} moment */
const dayInJapan = moment => moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });

/** @param {Date} moment */
const clockInJapan = moment => moment.toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

/** @param {ParentNode} root */
function shortenTimes(root) {
  for (const time of root.querySelectorAll('time[data-today]')) {
    const moment = new Date(time.getAttribute('datetime') ?? '');
    time.setAttribute('data-full', time.getAttribute('data-full') ?? time.textContent ?? '');
    time.textContent = dayInJapan(moment) === dayInJapan(new Date()) ? clockInJapan(moment) : time.getAttribute('data-full');
  }
}

/** Tint for 20 seconds, chip for ten minutes after the change. @param {ParentNode} root @param {boolean} fresh */
function markChanges(root, fresh) {
  const rows = [...root.querySelectorAll('[data-entry][data-changed-at]')];
  if (root instanceof Element && root.matches('[data-entry][data-changed-at]')) rows.push(root);
  for (const row of rows) {
    const age = Date.now() - new Date(row.getAttribute('data-changed-at') ?? '').getTime();
    if (age >= CHIP_MS) continue;
    const seen = sessionStorage.getItem('plan-entry');
    const isNews = fresh && Number(row.getAttribute('data-entry')) > Number(seen ?? 0);
    show(row, Math.max(0, CHIP_MS - age), isNews ? TINT_MS : Math.max(0, TINT_MS - age));
    if (isNews && announcer) waiting.set(row.getAttribute('data-entry') ?? '', `更新 ${row.getAttribute('data-announce') ?? ''}`);
  }
}

/** @param {Element} row @param {number} chipMs @param {number} tintMs */
function show(row, chipMs, tintMs) {
  const chip = row.querySelector('[data-updated]');
  chip?.removeAttribute('hidden');
  setTimeout(() => chip?.setAttribute('hidden', ''), chipMs);
  if (tintMs === 0) return;
  row.classList.add('is-live');
  setTimeout(() => row.classList.remove('is-live'), tintMs);
}

function rememberEntries() {
  const entries = [...document.querySelectorAll('[data-entry]')].map(r => Number(r.getAttribute('data-entry')));
  sessionStorage.setItem('plan-entry', String(Math.max(0, ...entries)));
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
  const band = document.querySelector('[data-connection-band]');
  band?.toggleAttribute('hidden', state !== 'disconnected');
  const sentence = band?.querySelector('[data-band-text]');
  const text = `接続が切れています。下の数字は ${clockInJapan(new Date(lostAt))} 時点のものです。自動で再接続しています。`;
  if (sentence && state === 'disconnected' && sentence.textContent !== text) sentence.textContent = text; // an alert is read aloud at each change
  if (state === 'connected' && lastState !== 'connecting' && lastState !== 'connected' && announcer) waiting.set('back', '接続が戻りました');
  lastState = state;
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
  for (const block of /** @type {CustomEvent} */ (e).detail.changed) {
    shortenTimes(block);
    markChanges(block, true);
  }
  rememberEntries();
});
document.querySelector('[data-reconnect]')?.addEventListener('click', () => document.dispatchEvent(new Event('plan:reconnect')));
document.addEventListener('visibilitychange', () => { if (!document.hidden) document.dispatchEvent(new Event('plan:reconnect')); });
shortenTimes(document);
markChanges(document, false);
rememberEntries();
setInterval(announce, 1_000);
setInterval(() => shortenTimes(document), 60_000);
showViewer().catch(() => {}); // the plain sign-in link stands

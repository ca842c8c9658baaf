// @ts-check
/** 壁面: clock, the words of a lost connection, and whether anything changed today. The live script does the rest. */

const WEEKDAYS = '日月火水木金土';

/** @param {Date} moment */
function inJapan(moment) {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tokyo', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(moment);
  /** @param {string} type */
  const part = type => parts.find(p => p.type === type)?.value ?? '';
  return { year: Number(part('year')), month: Number(part('month')), day: Number(part('day')), clock: `${part('hour')}:${part('minute')}` };
}

/** @param {string} selector @param {string} text */
function write(selector, text) {
  const place = document.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

function tick() {
  const { year, month, day, clock } = inJapan(new Date());
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  write('[data-clock-day]', `令和${year === 2019 ? '元' : year - 2018}年${month}月${day}日(${weekday})`);
  write('[data-clock-time]', clock);
}

function showTicker() {
  const news = document.querySelector('[data-ticker]');
  const moment = news?.getAttribute('data-changed-at');
  const [then, now] = [inJapan(new Date(moment ?? 0)), inJapan(new Date())];
  const today = Boolean(moment) && then.year === now.year && then.month === now.month && then.day === now.day;
  news?.toggleAttribute('hidden', !today);
  document.querySelector('[data-ticker-none]')?.toggleAttribute('hidden', today);
}

/** @param {{ state: string, lostAt: number, nextTryAt: number }} connection */
function sayConnection({ state, lostAt, nextTryAt }) {
  const asOf = document.querySelector('[data-as-of]');
  asOf?.toggleAttribute('hidden', state !== 'reconnecting');
  const since = inJapan(new Date(lostAt)).clock;
  if (asOf && state === 'reconnecting') asOf.textContent = `${since} 時点の数字`;
  if (state !== 'disconnected') return write('[data-stale-note]', '');
  const seconds = Math.max(0, Math.ceil((nextTryAt - Date.now()) / 1000));
  const minutes = Math.floor((Date.now() - lostAt) / 60_000);
  write('[data-wall-text]', `下の数字は ${since} 時点のものです。自動で再接続しています(次は ${seconds}秒後)。`);
  write('[data-band-minutes]', minutes < 1 ? '1分未満' : minutes < 120 ? `${minutes}分` : `${Math.floor(minutes / 60)}時間`);
  const now = inJapan(new Date());
  write('[data-stale-note]', `現在時刻 ${now.clock}`);
}

document.addEventListener('plan:connection', e => sayConnection(/** @type {CustomEvent} */ (e).detail));
document.addEventListener('plan:swapped', showTicker);
setInterval(tick, 1_000);
setInterval(showTicker, 60_000);
tick();
showTicker();

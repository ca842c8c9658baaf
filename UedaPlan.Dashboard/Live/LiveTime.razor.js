// @ts-check
/** 日本の時刻: day and time of a moment in Japan, wherever the screen's own clock thinks it is. */

const WEEKDAYS = '日月火水木金土';
const format = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tokyo', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** How long a change counts as news: its chip stands, and others are counted with it. */
export const NEWS_MS = 10 * 60_000;

/** @param {number | Date} moment milliseconds since 1970, or a date */
export function inJapan(moment) {
  const parts = format.formatToParts(moment);
  /** @param {string} type */
  const part = type => parts.find(p => p.type === type)?.value ?? '';
  const [year, month, day, hour] = [Number(part('year')), Number(part('month')), Number(part('day')), Number(part('hour'))];
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return { date: `令和${year === 2019 ? '元' : year - 2018}年${month}月${day}日(${weekday})`, hour, clock: `${part('hour')}:${part('minute')}` };
}

/** @param {string} selector @param {string} text */
export function write(selector, text) {
  const place = document.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

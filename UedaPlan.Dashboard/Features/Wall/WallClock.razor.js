// @ts-check
/** 壁面の時計: Japan's time as this computer knows it, night, and whether the server's clock agrees. */

import { inJapan, write } from '../../Live/LiveTime.razor.js';

const CHECK_EVERY_MS = 10 * 60_000;
const MOST_APART_MS = 2 * 60_000;
const NIGHT_FROM = 22, NIGHT_TO = 6;

let checkedAt = -Infinity;

/** Seconds the server's clock is ahead of this one, from the header every answer carries; its own resolution is a second. */
async function compare() {
  const asked = Date.now();
  const answer = await fetch('/health/live', { cache: 'no-store' });
  const server = Date.parse(answer.headers.get('Date') ?? '');
  if (Number.isNaN(server)) return;
  const apart = server - (asked + Date.now()) / 2;
  document.querySelector('[data-clock-wrong]')?.toggleAttribute('hidden', Math.abs(apart) <= MOST_APART_MS);
  document.documentElement.toggleAttribute('data-clock-compared', true);
}

/** To be called every second. @param {number} steady milliseconds of a clock nobody sets */
export function tickClock(steady) {
  const now = inJapan(Date.now());
  write('[data-clock-day]', now.date);
  write('[data-clock-time]', now.clock);
  document.documentElement.toggleAttribute('data-night', now.hour >= NIGHT_FROM || now.hour < NIGHT_TO);
  if (steady - checkedAt < CHECK_EVERY_MS) return;
  checkedAt = steady;
  compare().catch(() => {}); // no answer says nothing about the clock
}

/** The connection is back: compare again at the next second. */
export function doubtClock() { checkedAt = -Infinity; }

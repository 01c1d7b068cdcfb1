// Money, numbers and times as people here read them.
import { LOCALE, t } from './texts.js';

let zone;

/** The zone of the house, which the forms' times are in. */
export const inZone = (house) => (zone = house);

/** Says once on a page which clock its times are of. */
export const zoneTold = () => t('ui.times-in', zone);

const told = (instant, style) => new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...style }).format(new Date(instant));

/** Day of the week, day and time; empty when there is none. */
export const at = (instant) =>
  instant ? told(instant, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }) : '';

/** Date and time with the year, to the minute or to the second; a dash when there is none. */
export const day = (instant) => (instant ? told(instant, { dateStyle: 'medium', timeStyle: 'short' }) : '–');
export const when = (instant) => (instant ? told(instant, { dateStyle: 'medium', timeStyle: 'medium' }) : '–');

export const date = (instant) => told(instant, { dateStyle: 'medium' });

/** A day without a time, as the API writes it: 2026-12-01. */
export const dateOnly = (isoDay) =>
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(`${isoDay}T00:00:00Z`));

export const isMidnight = (instant) =>
  new Intl.DateTimeFormat(LOCALE, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(new Date(instant))
    .every(({ type, value }) => type === 'literal' || Number(value) === 0);

export const money = (amount, currency) =>
  amount === null || amount === undefined ? '–' : new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(amount);

export const number = (value, style) => new Intl.NumberFormat(LOCALE, style).format(value);

/** A length of time in its largest sensible unit: 45 s, 12 min, 3 h, 2 d. */
export function span(seconds) {
  const s = Math.abs(Math.round(seconds));
  if (s < 60) return t('ui.unit.seconds', s);
  if (s < 3600) return t('ui.unit.minutes', Math.round(s / 60));
  return s < 48 * 3600 ? t('ui.unit.hours', Math.round(s / 3600)) : t('ui.unit.days', Math.round(s / 86400));
}

/** A length of time in two units: 12 min 5 s, 3 h 20 min; a dash when there is none. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return '–';
  const s = Math.round(seconds);
  const two = (large, small) => `${large} ${small}`;
  if (s < 60) return t('ui.unit.seconds', s);
  if (s < 3600) return two(t('ui.unit.minutes', Math.floor(s / 60)), t('ui.unit.seconds', s % 60));
  if (s < 172800) return two(t('ui.unit.hours', Math.floor(s / 3600)), t('ui.unit.minutes', Math.floor((s % 3600) / 60)));
  return two(t('ui.unit.days', Math.floor(s / 86400)), t('ui.unit.hours', Math.floor((s % 86400) / 3600)));
}

/** A file's size. */
export const size = (bytes) => {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${number(bytes / 1048576, { maximumFractionDigits: 1 })} MB`;
};

/* format - numbers as people read them: in their language, in digits of one
 * width, money with its currency, amounts with their unit. */
import { apart, languageNow, localeNow } from './text.js';

const made = new Map();

function formatter(options) {
	const key = localeNow() + JSON.stringify(options);

	if (!made.has(key))
		made.set(key, new Intl.NumberFormat(localeNow(), options));
	return made.get(key);
}

export const none = '–';

export function number(value, digits = 3) {
	if (value === null || value === undefined || value === '')
		return none;
	return formatter({ maximumFractionDigits: digits })
		.format(Number(value));
}

/* 1.2M, where there is little room.  Not as Britain has it: "1.2m" is read as
 * metres. */
export const short = (value) => (Math.abs(value) < 10000 ? number(value)
	: new Intl.NumberFormat(languageNow(), { notation: 'compact',
		maximumFractionDigits: 1 }).format(value));

/* The API's money is decimals of the currency, as number or text. */
export function money(value, currency) {
	if (value === null || value === undefined || value === '')
		return none;
	const digits = Number(value) % 1 === 0 ? 0 : 2;
	const text = formatter({ minimumFractionDigits: digits,
		maximumFractionDigits: digits }).format(Number(value));

	return currency ? apart(`${currency} ${text}`) : text;
}

export const amount = (quantity, unit) =>
	(quantity === null || quantity === undefined ? none
		: apart(`${number(quantity)} ${unit ?? ''}`.trim()));

export const percent = (value) => (value === null || value === undefined
	? none : formatter({ style: 'percent', maximumFractionDigits: 0 })
		.format(value / 100));

export function octets(value) {
	const steps = ['B', 'kB', 'MB', 'GB', 'TB'];
	let size = Number(value), i = 0;

	for (; size >= 1000 && i < steps.length - 1; i++)
		size /= 1000;
	return `${number(size, size < 10 && i > 0 ? 1 : 0)} ${steps[i]}`;
}

export const isMasked = (text) => typeof text === 'string' &&
	text.includes('•');

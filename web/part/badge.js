/* badge - a state as a word, a colour and a shape, so that it can be told
 * apart without seeing colours, or in black and white.
 *
 * <State kind="order" value="offered"/>: the word is t('order.offered').
 * Kinds: order (lines), proposal, message, part, link, payment, person,
 * webhook. */
import { html } from '../lib/view.js';
import { word } from '../lib/text.js';

const LOOKS = {
	order: { asked: 'wait', waiting: 'wait', offered: 'open',
		confirmed: 'good', fulfilled: 'done', unfilled: 'bad',
		cancelled: 'off', disputed: 'bad', failed: 'bad' },
	proposal: { open: 'open', accepted: 'good', declined: 'off',
		expired: 'wait', withdrawn: 'off' },
	message: { received: 'done', queued: 'wait', sending: 'open',
		sent: 'good', delivered: 'done', unknown: 'wait',
		refused: 'wait', failed: 'bad', stale: 'off', held: 'wait' },
	part: { sent: 'good', trying: 'wait', delivered: 'done',
		unknown: 'wait', failed: 'bad' },
	link: { up: 'done', starting: 'wait', down: 'bad', off: 'off',
		draining: 'wait' },
	payment: { due: 'wait', part: 'open', paid: 'done', credit: 'open' },
	webhook: { working: 'done', failing: 'bad', off: 'off' },
	person: { buyer: 'open', seller: 'good' },
};
const SHAPES = { wait: '◔', open: '◐', good: '●', done: '✓', bad: '▲',
	off: '–' };

export const lookOf = (kind, value) => LOOKS[kind]?.[value] ?? 'off';

export function Badge({ look, children }) {
	return html`<span class=${`badge ${look}`}>
		<span class="shape" aria-hidden="true">${SHAPES[look]}</span>
		${children}</span>`;
}

export function State({ kind, value }) {
	if (value === null || value === undefined || value === '')
		return null;
	return html`<${Badge} look=${lookOf(kind, value)}>
		${word(kind, value)}</${Badge}>`;
}

/* state - what stands where rows will be: waiting, nothing, trouble.
 *
 * Loading keeps the room that the rows will take, so that nothing jumps on a
 * slow line; it comes into sight after a moment only (style.css), for what
 * comes at once needs no sign, and says after a while that this takes long.
 *
 * <Trouble problem again back/>: what is wrong, in the reader's language, then
 * furrowd's own words for it; `again` asks once more, `back` ([address, words])
 * leads to where one can look instead.  What failed for want of an answer is
 * asked again by itself as soon as there are answers. */
import { html } from '../lib/view.js';
import { useLive } from '../lib/live.js';
import { t } from '../lib/text.js';
import { span } from '../lib/time.js';

export function Loading({ rows = 5 }) {
	return html`<div class="loading" role="status">
		<span class="unseen">${t('state.loading')}</span>
		${Array.from({ length: rows }, (_, i) =>
			html`<div class="bone" key=${i} aria-hidden="true" />`)}
		<p class="muted late">${t('state.slow')}</p>
	</div>`;
}

export function Empty({ title, hint, children }) {
	return html`<div class="empty">
		<p class="empty-title">${title ?? t('state.empty')}</p>
		${hint && html`<p>${hint}</p>`}
		${children}
	</div>`;
}

const SENTENCES = { 403: 'problem.role', 404: 'problem.missing',
	409: 'problem.refused', 413: 'problem.large', 429: 'problem.often',
	503: 'problem.later' };

/* The reader's language first; what exactly is wrong, furrowd knows. */
export function problemText(problem) {
	const { status, text, wait } = problem;

	if (status === 0 || problem.name === 'TimeoutError')
		return t(problem.unsure ? 'problem.unsure' : 'problem.network');
	if (status === 429 && wait > 0)
		return t('problem.wait', { time: span(wait) });
	const ours = SENTENCES[status] ?? (status >= 500 ? 'problem.server'
		: text ? null : 'problem.other');

	return [ours && t(ours), text && `${text}`].filter(Boolean).join(' ');
}

export function Trouble({ problem, again, back }) {
	const silent = problem.status === 0;

	useLive([], (kind) => silent && kind === 'poll' && again?.());
	return html`<div class="trouble" role="alert">
		<p>${problemText(problem)}</p>
		${again && problem.status !== 404 && html`<button type="button"
			class="button" onClick=${again}>${t('act.again')}</button>`}
		${back && html`<a class="button" href=${back[0]}>${back[1]}</a>`}
	</div>`;
}

/* The common frame: bones, trouble, nothing, or the rows. */
export function Rows({ list, empty, hint, rows = 5, children }) {
	if (list.problem && list.rows.length === 0)
		return html`<${Trouble} problem=${list.problem}
			again=${list.reload} />`;
	if (list.first)
		return html`<${Loading} rows=${rows} />`;
	if (list.rows.length === 0)
		return html`<${Empty} title=${empty} hint=${hint} />`;
	return children;
}

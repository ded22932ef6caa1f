/* state - what stands where rows will be: waiting, nothing, trouble.
 *
 * Loading keeps the room that the rows will take, so that nothing jumps on a
 * slow line. */
import { html } from '../lib/view.js';
import { t } from '../lib/text.js';

export function Loading({ rows = 5 }) {
	return html`<div class="loading" role="status">
		<span class="unseen">${t('state.loading')}</span>
		${Array.from({ length: rows }, (_, i) =>
			html`<div class="bone" key=${i} aria-hidden="true" />`)}
	</div>`;
}

export function Empty({ title, hint, children }) {
	return html`<div class="empty">
		<p class="empty-title">${title ?? t('state.empty')}</p>
		${hint && html`<p>${hint}</p>`}
		${children}
	</div>`;
}

/* A sentence for every kind of trouble, and what to do about it. */
export function problemText(problem) {
	if (problem.status === 0 || problem.name === 'TimeoutError')
		return t('problem.network');
	if (problem.status === 403)
		return problem.text || t('problem.role');
	if (problem.status === 429)
		return problem.text || t('problem.often');
	if (problem.status >= 500)
		return `${t('problem.server')} ${problem.text ?? ''}`.trim();
	return problem.text || t('problem.other');
}

export function Trouble({ problem, again }) {
	return html`<div class="trouble" role="alert">
		<p>${problemText(problem)}</p>
		${again && html`<button type="button" class="button"
			onClick=${again}>${t('act.again')}</button>`}
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

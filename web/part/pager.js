/* pager - more rows of a list; says when that was all. */
import { html } from '../lib/view.js';
import { t } from '../lib/text.js';
import { problemText } from './state.js';

export function Pager({ list }) {
	const end = list.next === null || list.next === undefined;

	if (list.first || list.rows.length === 0)
		return end || list.first ? null : html`<div class="pager noprint">
			<button type="button" class="button" disabled=${list.busy}
				onClick=${list.more}>${t('list.further')}</button>
		</div>`;
	return html`<div class="pager noprint">
		${list.problem && html`<p class="bad-text" role="alert">
			${problemText(list.problem)}</p>`}
		<span class="muted">${t('list.shown',
			{ n: list.rows.length })}</span>
		${end ? html`<span class="muted">${t('list.end')}</span>`
			: html`<button type="button" class="button"
				disabled=${list.busy} onClick=${list.more}>
				${list.busy ? t('state.busy')
					: t('list.more')}</button>`}
	</div>`;
}

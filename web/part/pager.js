/* pager - more rows of a list; says when that was all, and, to who is further
 * down, that newer ones have come. */
import { html, useEffect } from '../lib/view.js';
import { t } from '../lib/text.js';
import { problemText } from './state.js';

const TOP_PX = 200;

/* Goes to the first row, for the keyboard, too. */
function News({ list }) {
	const up = () => {
		window.scrollTo(0, 0);
		list.seen();
		document.querySelector('#main .row-link, #main .talk')?.focus();
	};

	useEffect(() => {
		const look = () => window.scrollY < TOP_PX && list.seen();

		if (list.news === 0)
			return undefined;
		look();
		window.addEventListener('scroll', look, { passive: true });
		return () => window.removeEventListener('scroll', look);
	}, [list.news]);
	return html`<div class="news noprint" role="status">
		${list.news > 0 && html`<button type="button" class="button main"
			onClick=${up}>${t('list.news', { n: list.news })}
			${' '}<span aria-hidden="true">↑</span></button>`}</div>`;
}

export function Pager({ list }) {
	const end = list.next === null || list.next === undefined;

	if (list.first || list.rows.length === 0)
		return end || list.first ? null : html`<div class="pager noprint">
			<button type="button" class="button"
				aria-disabled=${list.busy} onClick=${list.more}>${t('list.further')}</button>
		</div>`;
	return html`<div class="pager noprint">
		<${News} list=${list} />
		${list.problem && html`<p class="bad-text" role="alert">
			${problemText(list.problem)}</p>`}
		<span class="muted">${t('list.shown',
			{ n: list.rows.length })}</span>
		${end ? html`<span class="muted">${t('list.end')}</span>`
			: html`<button type="button" class="button"
				aria-disabled=${list.busy} onClick=${list.more}>
				${list.busy ? t('state.busy')
					: t('list.more')}</button>`}
	</div>`;
}

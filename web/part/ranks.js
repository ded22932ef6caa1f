/* ranks - who has how much, largest first, each with a bar: names of any
 * length, by keyboard and screen reader alike, for it is a list.
 *
 * <Ranks title sums show others/>
 *   sums    Map of name -> value
 *   show    value -> text
 *   others  whether what is not shown may be added up (households of two areas
 *           may be the same ones) */
import { html } from '../lib/view.js';
import { percent } from '../lib/format.js';
import { ranked } from '../lib/series.js';
import { t } from '../lib/text.js';

const SHOWN = 12;

/* No bar without `most`: all the others together would dwarf everybody. */
function Rank({ name, value, most, share, show }) {
	return html`<li>
		<span class="rank-name"><bdi>${name}</bdi></span>
		${most ? html`<progress max=${most} value=${Math.max(0, value)}
			aria-hidden="true" />` : html`<span />`}
		<span class="number"><strong>${show(value)}</strong>
			${share !== null && html` <span class="muted">${share}
			</span>`}</span></li>`;
}

export function Ranks({ title, sums, show, others }) {
	const { rows, count, value } = ranked(sums, SHOWN);
	const total = [...sums.values()].reduce((n, one) => n + one, 0);
	const share = (one) => (others && total > 0
		? percent(one / total * 100) : null);
	const rest = t('report.others', { n: count });

	return html`<h2>${title}</h2>
		<ol class="ranks">${rows.map(([name, one]) => html`<${Rank}
			key=${name} name=${name} value=${one} show=${show}
			most=${Math.max(1e-9, rows[0][1])} share=${share(one)} />`)}
		${count > 0 && (others ? html`<${Rank} name=${rest} value=${value}
				show=${show} share=${share(value)} />`
			: html`<li class="muted">${rest}</li>`)}</ol>`;
}

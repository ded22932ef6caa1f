/* begin - the first steps of a market that has nobody in it yet; nothing once
 * there is somebody. */
import { html } from '../lib/view.js';
import { useGet } from '../lib/use.js';
import { link } from '../lib/route.js';
import { t } from '../lib/text.js';

const STEPS = [['people', 'people'], ['offers', 'offers'], ['links', 'links'],
	['order', 'orders']];

export function Begin() {
	const { data } = useGet('people', { limit: 1 });

	if (data?.items.length !== 0)
		return null;
	return html`<section class="card">
		<h2>${t('first.title')}</h2>
		<ol class="steps">${STEPS.map(([name, page]) => html`<li key=${name}>
			<a href=${link(page)}>${t(`page.${page}`)}</a>
			<p class="muted">${t(`first.${name}`)}</p></li>`)}</ol>
	</section>`;
}

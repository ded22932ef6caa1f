/* phone - a number, masked as furrowd gives it (+2547•••••001), with a button
 * that shows it in full.  Showing is a change: furrowd writes into the audit
 * who looked at whose number.  It is masked again after SHOWN_MS, and when
 * another person takes the place (an order that was given to another seller).
 *
 * <Phone number=… person=ID name=…/>; without a person there is no button. */
import { html, useEffect, useState } from '../lib/view.js';
import { isMasked, none } from '../lib/format.js';
import { t } from '../lib/text.js';
import { post } from '../lib/api.js';
import { useAct } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { toast } from './toast.js';
import { problemText } from './state.js';

const SHOWN_MS = 120000;

export function Phone({ number, person, name, plain }) {
	const me = useMe();
	const act = useAct();
	const [shownOf, setShownOf] = useState(null); /* {person, full} */
	const full = shownOf !== null && shownOf.person === person
		? shownOf.full : null;
	const reveal = async (event) => {
		event.stopPropagation();
		const answer = await act.run(() => post('reveal', { person }));

		if (answer)
			setShownOf({ person,
				full: answer.phone ?? answer.number });
	};

	useEffect(() => {
		if (shownOf === null)
			return undefined;
		const timer = setTimeout(() => setShownOf(null), SHOWN_MS);

		return () => clearTimeout(timer);
	}, [shownOf]);
	useEffect(() => {
		if (act.problem)
			toast(problemText(act.problem), 'bad');
	}, [act.problem]);
	if (!number && !name)
		return none;
	const shown = html`<bdi class="number">${full ?? number}</bdi>`;

	return html`<span class="phone">
		${name && html`<span class="name"><bdi>${name}</bdi></span> `}
		<span class="nowrap">${person && !plain ? html`<a
			href=${link('conversations', person)}
			title=${t('phone.open')}>${shown}</a>` : shown}
		${person && full === null && isMasked(number) &&
			me.can('operator') && html`<button type="button"
			class="plain small noprint" aria-disabled=${act.busy}
			onClick=${reveal} title=${t('phone.why')}>
			${t('phone.show')}</button>`}</span>
	</span>`;
}

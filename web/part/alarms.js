/* alarms - what somebody must come and mend, in the reader's words, each with
 * the page where it is seen to.
 *
 * furrowd's own text is English and has the figures; what kind of trouble it is
 * stands in `name` ("store a": the memory of link a), and is told first where
 * the reader has another language.  A kind that is not known here is told in
 * furrowd's words alone.  A few are shown, the rest fold away: orders are below
 * them. */
import { html } from '../lib/view.js';
import { useMe } from '../lib/me.js';
import { mayOpen, pageOf } from '../lib/pages.js';
import { link, read } from '../lib/route.js';
import { languageNow, t, word } from '../lib/text.js';

const SHOWN = 5;
const OF_LINK = (name) => link('links', name);
const PAGES = { link: OF_LINK, store: OF_LINK, sim: OF_LINK, sends: OF_LINK,
	plan: OF_LINK, expires: OF_LINK, airtime: OF_LINK, balance: OF_LINK,
	near: () => link('links'), spent: () => link('links'),
	channel: () => link('links'), queue: () => link('queue'),
	route: () => link('queue'), 'restore-held': () => link('queue', 'held'),
	'backup-failed': () => link('backups'),
	'backup-old': () => link('backups'), robots: () => link('log') };

/* "store a" -> ['store', 'a']; "plan near a" -> ['plan_near', 'a']. */
export function kindOf(name) {
	const [first, ...rest] = name.split(' ');

	return first === 'plan' && rest.length > 1
		? ['plan_near', rest.slice(1).join(' ')]
		: [first, rest.join(' ')];
}

export function wordsOf({ name, text }) {
	const [kind, of] = kindOf(name);
	const ours = t(`alarm.${kind}`, { name: of });

	return languageNow() === 'en' || ours === `alarm.${kind}`
		? [text] : [ours, text];
}

function Alarm({ alarm }) {
	const [first, more] = wordsOf(alarm);
	const [kind, of] = kindOf(alarm.name);
	const me = useMe();
	const there = PAGES[kind.replace('_near', '')]?.(of);
	const page = there && mayOpen(pageOf(read(there).name), me) && there;

	return html`<li>${page ? html`<a href=${page}><bdi>${first}</bdi></a>`
		: html`<bdi>${first}</bdi>`}
		${more && html`<span class="small"><br /><bdi lang="en">${more}
			</bdi></span>`}</li>`;
}

const Some = ({ alarms }) => html`<ul>${alarms.map((alarm) => html`<${Alarm}
	key=${`${alarm.name} ${alarm.text}`} alarm=${alarm} />`)}</ul>`;

export function Alarms({ alarms }) {
	const shown = alarms.length > SHOWN + 1 ? SHOWN : alarms.length;
	const rest = alarms.length - shown;

	if (alarms.length === 0)
		return html`<p class="notice good" role="status">
			${t('overview.well')}</p>`;
	return html`<div class="notice bad" role="status">
		<strong>${t('overview.alarms', { n: alarms.length })}</strong>
		<${Some} alarms=${alarms.slice(0, shown)} />
		${rest > 0 && html`<details><summary>${t('overview.alarms_more',
			{ n: rest })}</summary>
			<${Some} alarms=${alarms.slice(shown)} /></details>`}
	</div>`;
}

/* "draining: no credit" -> the state's word in the reader's language, then why
 * in furrowd's; a sentence of figures stays as it is. */
export function detailText(detail) {
	const [state, ...why] = String(detail ?? '').split(': ');

	return [word('link', state), ...why].join(': ');
}

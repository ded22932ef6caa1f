/* conversations - #/conversations: who wrote or was written to last;
 * #/conversations/PERSON (an id) or ?phone=…: one phone, both directions. */
import { html } from '../lib/view.js';
import { useList } from '../lib/use.js';
import { useFreshList } from '../lib/live.js';
import { link } from '../lib/route.js';
import { t } from '../lib/text.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Rows } from '../part/state.js';
import { When } from '../part/when.js';
import { Conversation } from './conversation.js';

const NEWEST = '9223372036854775807';

/* The newest message of each, newest first. */
function latest(rows) {
	const seen = new Map();

	for (const row of rows) {
		const key = row.person ?? row.phone;
		const old = seen.get(key);

		if (old === undefined)
			seen.set(key, { ...row, count: 1 });
		else
			old.count += 1;
	}
	return [...seen.entries()];
}

function Person({ row }) {
	const address = row.person ? link('conversations', row.person)
		: link('conversations', '', { phone: row.phone });

	return html`<li><a class="talk" href=${address}>
		<span class="talk-head">
			<strong><bdi>${row.name || row.phone}</bdi></strong>
			<span class="muted small"><${When} time=${row.time} /></span>
		</span>
		<span class="talk-text"><span class="muted arrow">${row.direction
			=== 'in' ? '←' : '→'}</span> <bdi>${row.text || t('log.no_text')}</bdi>
		</span></a></li>`;
}

function List({ query }) {
	const list = useList('messages', { before: NEWEST, limit: 200, names: 1 },
		{ cursor: 'before', limit: 200 });

	useFreshList(['message'], list);
	return html`
		<${Head} title=${t('page.conversations')} />
		<${FilterBar} query=${query} fields=${[{ key: 'phone',
			type: 'search', label: t('filter.phone'), hint: '0712 … ⏎',
			whole: true }]} />
		<${Rows} list=${list} empty=${t('conversations.none')}
			hint=${t('conversations.first_hint')}>
			<ul class="talks">${latest(list.rows).map(([key, row]) => html`
				<${Person} key=${key} row=${row} />`)}</ul>
		</${Rows}>
		<${Pager} list=${list} />`;
}

export default function Conversations({ id, query }) {
	if (id === '' && !query.phone)
		return html`<${List} query=${query} />`;
	return html`<${Conversation} key=${id || query.phone}
		who=${id === '' ? { phone: query.phone } : { person: id }} />`;
}

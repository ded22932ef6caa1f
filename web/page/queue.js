/* queue - what waits to be sent, what was held back after a restore, what
 * failed: to be tried again, released, or dropped. */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useList } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { State } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Phone } from '../part/phone.js';
import { Rows } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const STATES = ['queued', 'sending', 'refused', 'unknown', 'held', 'failed',
	'stale'];
const RETRIED = ['refused', 'unknown', 'failed', 'stale'];
const OPEN = ['queued', 'refused', 'unknown', 'held'];

function acts(row) {
	return [RETRIED.includes(row.state) && 'retry',
		row.state === 'held' && 'release',
		OPEN.includes(row.state) && 'drop'].filter(Boolean);
}

function columns(me, ask) {
	return [
		{ key: 'text', label: t('queue.text'), kind: 'words', lead: true,
			cell: (row) => html`<bdi class="text-in">${row.text}</bdi>` },
		{ key: 'phone', label: t('people.phone'), cell: (row) =>
			html`<${Phone} number=${row.phone} person=${row.person} />` },
		{ key: 'state', label: t('filter.state'), cell: (row) =>
			html`<${State} kind="message" value=${row.state} />
				${row.cause && html`<div class="small muted">
					<bdi>${row.cause}</bdi></div>`}` },
		{ key: 'link', label: t('queue.link'), cell: (row) => row.link &&
			html`<a href=${link('links', row.link)}>
				<bdi>${row.link}</bdi></a>` },
		{ key: 'due', label: t('queue.due'), kind: 'time', cell: (row) =>
			html`<${When} time=${row.due ?? row.time} />` },
		...(me.can('operator') ? [{ key: 'acts', label: '',
			cell: (row) => html`<span class="buttons">
				${acts(row).map((act) => html`<button type="button"
					key=${act} class="button tiny"
					onClick=${() => ask({ act, row })}>
					${word('queue', act)}</button>`)}</span>` }] : []),
	];
}

export default function Queue({ query }) {
	const me = useMe();
	const list = useList('queue', { state: query.state });
	const [asked, setAsked] = useState(null);
	const run = async () => {
		await post(asked.row ? `queue/${asked.row.id}/${asked.act}`
			: `queue/all/${asked.act}`);
		toast(word('queue.done', asked.act));
		list.reload();
	};
	const held = query.state === 'held' && list.rows.length > 0;

	useFresh(['message', 'status'], () => list.rows.length <= 50 &&
		list.reload());
	return html`<${Head} title=${t('page.queue')} note=${t('queue.note')}>
			${held && me.can('admin') && html`<button type="button"
				class="button main" onClick=${() => setAsked({
					act: 'release', row: null })}>
				${t('queue.release_all')}</button>`}
		</${Head}>
		<${FilterBar} query=${query} fields=${[
			{ key: 'state', label: t('filter.state'), type: 'select',
				options: STATES.map((state) => [state,
					word('message', state)]) }]} />
		<${Rows} list=${list} empty=${t('queue.none')}>
			<${Table} rows=${list.rows} rowKey=${(row) => row.id}
				busy=${list.busy} columns=${columns(me, setAsked)} />
			<${Pager} list=${list} />
		</${Rows}>
		<${Confirm} open=${asked !== null} close=${() => setAsked(null)}
			title=${word('queue', asked?.act)} label=${word('queue', asked?.act)}
			text=${word('queue.why', asked?.act)} run=${run}
			danger=${asked?.act === 'drop'} />`;
}

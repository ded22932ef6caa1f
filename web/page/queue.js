/* queue - what waits to be sent and what failed, to be tried again or dropped;
 * and (#/queue/held) what was about to be sent when a backup was made that has
 * been restored since: it may have been sent, so a person decides. */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useList } from '../lib/use.js';
import { useFreshList } from '../lib/live.js';
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

const STATES = ['queued', 'sending', 'refused', 'unknown', 'failed', 'stale'];
const RETRIED = ['refused', 'unknown', 'failed', 'stale'];
const OPEN = ['queued', 'refused', 'unknown'];

function acts(row, held) {
	if (held)
		return ['release', 'drop'];
	return [RETRIED.includes(row.state) && 'retry',
		OPEN.includes(row.state) && 'drop'].filter(Boolean);
}

function columns(me, held, ask) {
	return [
		{ key: 'text', label: t('queue.text'), kind: 'words', lead: true,
			cell: (row) => html`<bdi class="text-in">${row.text}</bdi>` },
		{ key: 'phone', label: t('people.phone'), cell: (row) =>
			html`<${Phone} number=${row.phone} person=${row.person} />` },
		{ key: 'state', label: t('filter.state'), cell: (row) =>
			html`<${State} kind="message" value=${held ? 'held'
				: row.state} />
				${row.cause && html`<div class="small muted">
					<bdi>${row.cause}</bdi></div>`}` },
		{ key: 'link', label: t('queue.link'), cell: (row) => row.link &&
			html`<a href=${link('links', row.link)}>
				<bdi>${row.link}</bdi></a>` },
		{ key: 'due', label: t('queue.due'), kind: 'time', cell: (row) =>
			html`<${When} time=${row.due ?? row.time} />` },
		...(me.can('operator') ? [{ key: 'acts', unseen: true,
					label: t('list.acts'),
			cell: (row) => html`<span class="buttons">
				${acts(row, held).map((act) => html`<button type="button"
					key=${act} class="button tiny"
					onClick=${() => ask({ act, row })}>
					${word('queue', act)}</button>`)}</span>` }] : []),
	];
}

/* All of them go in several calls, each as much as a turn bears. */
async function act({ act: what, row }, held) {
	const where = held ? 'held' : 'queue';

	if (row !== null) {
		await post(`${where}/${row.id}/${what}`);
		return;
	}
	for (let left = 1, done = 1; left > 0 && done > 0;)
		({ left, done } = await post(`${where}/all/${what}`));
}

const actName = (asked) => word(asked?.row === null ? 'queue.all' : 'queue',
	asked?.act);

function HeadActs({ ask }) {
	return ['release', 'drop'].map((what) => html`<button type="button"
		key=${what} class=${`button ${what === 'drop' ? 'danger' : 'main'}`}
		onClick=${() => ask({ act: what, row: null })}>
		${word('queue.all', what)}</button>`);
}

export default function Queue({ id, query }) {
	const me = useMe();
	const held = id === 'held';
	const list = useList(held ? 'held' : 'queue',
		held ? {} : { state: query.state });
	const [asked, setAsked] = useState(null);
	const run = async () => {
		await act(asked, held);
		toast(word('queue.done', asked.act));
		list.reload();
	};

	useFreshList(['message', 'status'], list);
	return html`<${Head} title=${held ? t('queue.held') : t('page.queue')}
			note=${!held ? t('queue.note')
				: list.rows.length > 0 && t('queue.held_note')}>
			${held && list.rows.length > 0 && me.can('operator') &&
				html`<${HeadActs} ask=${setAsked} />`}
		</${Head}>
		<nav class="tabs" aria-label=${t('page.queue')}>
			<a href=${link('queue')} aria-current=${held ? undefined
				: 'page'}>${t('page.queue')}</a>
			<a href=${link('queue', 'held')} aria-current=${held ? 'page'
				: undefined}>${t('queue.held')}</a>
		</nav>
		${!held && html`<${FilterBar} query=${query} fields=${[
			{ key: 'state', label: t('filter.state'), type: 'select',
				options: STATES.map((state) => [state,
					word('message', state)]) }]} />`}
		<${Rows} list=${list} empty=${t('queue.none')}>
			<${Table} name=${t('page.queue')}
				rows=${list.rows} rowKey=${(row) => row.id}
				busy=${list.busy} columns=${columns(me, held, setAsked)} />
			<${Pager} list=${list} />
		</${Rows}>
		<${Confirm} open=${asked !== null} close=${() => setAsked(null)}
			title=${actName(asked)} label=${actName(asked)}
			text=${word(asked?.row === null ? 'queue.why_all'
				: 'queue.why', asked?.act)} run=${run}
			danger=${asked?.act === 'drop'} />`;
}

/* webhooks - the programs that are told what happens: does each take it, how
 * much waits, and what is wrong; to try one, and to go on by hand. */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { t, word } from '../lib/text.js';
import { none, number } from '../lib/format.js';
import { span } from '../lib/time.js';
import { State } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Facts } from '../part/facts.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const address = (row) => `${row.tls ? 'https' : 'http'}://${
	row.host.includes(':') ? `[${row.host}]` : row.host}:${row.port}`;

const time = (when) => (when ? html`<${When} time=${when} />` : none);

function facts(row) {
	return [
		[t('webhooks.waiting'), number(row.waiting)],
		[t('webhooks.oldest'), row.oldest_s > 0 && span(row.oldest_s)],
		[t('webhooks.told'), number(row.told)],
		[t('webhooks.told_last'), time(row.told_last)],
		[t('webhooks.answer'), row.answer === null ? none : row.answer],
		[t('webhooks.tries'), row.tries > 0 && number(row.tries)],
		[t('webhooks.next'), row.next && time(row.next)],
		[t('webhooks.dropped'), number(row.dropped)],
		[t('webhooks.numbers'), t(row.numbers ? 'webhooks.full'
			: 'webhooks.masked')],
	];
}

/* Tried beside what waits: nothing is lost, so nothing is asked before. */
function Test({ name }) {
	const act = useAct();
	const run = async () => {
		const end = await act.run(() => post(
			`webhooks/${encodeURIComponent(name)}/test`));

		if (end?.taken)
			toast(t('webhooks.taken', { status: end.status }));
		else if (end)
			act.setProblem({ text: t('webhooks.not_taken',
				{ why: end.why }) });
	};

	return html`<button type="button" class="button" disabled=${act.busy}
			onClick=${run}>${t('webhooks.test')}</button>
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}`;
}

function Acts({ row, reload }) {
	const [what, setWhat] = useState(null);
	const run = async () => {
		await post(`webhooks/${encodeURIComponent(row.name)}/${what}`);
		toast(t('webhooks.done'));
		reload();
	};

	return html`<div class="buttons">
			<${Test} name=${row.name} />
			${row.state !== 'working' && ['resume', 'skip'].map((act) =>
				html`<button type="button" key=${act} class="button"
					onClick=${() => setWhat(act)}>
					${word('webhooks', act)}</button>`)}
		</div>
		<${Confirm} open=${what !== null} close=${() => setWhat(null)}
			title=${`${word('webhooks', what)}: ${row.name}`}
			label=${word('webhooks', what)}
			text=${word('webhooks.why', what)}
			danger=${what === 'skip'} run=${run} />`;
}

function Hook({ row, reload }) {
	return html`<section class="card link-card">
		<div class="card-head"><h2><bdi>${row.name}</bdi></h2>
			<${State} kind="webhook" value=${row.state} /></div>
		<p class="muted"><bdi>${address(row)}</bdi></p>
		${row.why && html`<p class="bad-text"><bdi>${row.why}</bdi></p>`}
		<${Facts} pairs=${facts(row)} />
		<details><summary>${t('webhooks.events',
			{ n: number(row.events.length) })}</summary>
			<p class="small muted"><bdi>${row.events.join(', ')}</bdi></p>
		</details>
		<${Acts} row=${row} reload=${reload} />
	</section>`;
}

export default function Webhooks() {
	const asked = useGet('webhooks');

	useFresh(['message', 'order', 'alarm', 'status'], asked.reload);
	if (!asked.data)
		return html`<${Head} title=${t('page.webhooks')} />
			${asked.problem ? html`<${Trouble} problem=${asked.problem}
				again=${asked.reload} />` : html`<${Loading} />`}`;
	return html`<${Head} title=${t('page.webhooks')} />
		${asked.data.items.length === 0 && html`<${Empty}
			title=${t('webhooks.none')} hint=${t('webhooks.none_hint')} />`}
		<div class="grid">${asked.data.items.map((row) => html`<${Hook}
			key=${row.name} row=${row} reload=${asked.reload} />`)}</div>`;
}

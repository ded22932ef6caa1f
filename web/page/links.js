/* links - what carries texts: modems, centres, aggregators.  How well each
 * works, what it has left, how it was set up; to drain, resume, reset it, and
 * to ask the operator of its SIM. */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { money, number, percent } from '../lib/format.js';
import { span } from '../lib/time.js';
import { detailText } from '../part/alarms.js';
import { State } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Facts } from '../part/facts.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const stateOf = (row) => (row.draining ? 'draining' : row.state);

/* "12 of 100"; without a limit only how many. */
const used = (n, most) => (most === null || most === undefined ? number(n)
	: t('links.of', { n: number(n), most: number(most) }));

function Signal({ value }) {
	if (value === null || value === undefined)
		return null;
	return html`<meter class="signal" min="0" max="100" low="25" high="50"
		optimum="100" value=${value}>${percent(value)}</meter>
		${' '}${percent(value)}`;
}

function budgetPairs(budget) {
	if (!budget)
		return [];
	return [
		[t('links.today'), used(budget.texts_today, budget.texts_per_day)],
		[t('links.month'), used(budget.texts_month,
			budget.texts_per_month)],
		[t('links.recipients'), budget.recipients_per_month !== null &&
			used(budget.recipients_month, budget.recipients_per_month)],
		[t('links.expires'), budget.expires &&
			html`<${When} time=${budget.expires} />`],
	];
}

function facts(row, currency) {
	return [
		[t('links.for'), row.for_s !== null && span(row.for_s)],
		[t('links.signal'), row.signal !== null &&
			html`<${Signal} value=${row.signal} />`],
		[t('links.operator'), row.operator],
		[t('links.number'), row.number &&
			html`<bdi class="number">${row.number}</bdi>`],
		...budgetPairs(row.budget),
		[t('links.balance'), row.balance !== null &&
			money(row.balance, currency)],
		[t('links.balance_time'), row.balance_time &&
			html`<${When} time=${row.balance_time} />`],
		[t('links.store'), row.store],
	];
}

function Card({ row, currency }) {
	return html`<section class="card link-card">
		<div class="card-head">
			<h2><a href=${link('links', row.name)}><bdi>${row.name}</bdi></a>
				${' '}<span class="muted small">${row.kind}</span></h2>
			<${State} kind="link" value=${stateOf(row)} />
		</div>
		${row.detail && html`<p class=${row.state === 'up' ? 'muted'
			: 'bad-text'}><bdi>${detailText(row.detail)}</bdi></p>`}
		<${Facts} pairs=${facts(row, currency)} />
		${row.recovered && html`<p class="small muted">
			${t('links.recovered')}: <bdi>${row.recovered}</bdi></p>`}
	</section>`;
}

function All() {
	const me = useMe();
	const list = useGet('links');

	useFresh(['link', 'status', 'alarm'], list.reload);
	if (!list.data)
		return html`<${Head} title=${t('page.links')} />
			${list.problem ? html`<${Trouble} problem=${list.problem}
				again=${list.reload} />` : html`<${Loading} />`}`;
	return html`<${Head} title=${t('page.links')} />
		${list.data.items.length === 0 && html`<${Empty}
			title=${t('links.none')} hint=${t('links.none_hint')} />`}
		<div class="grid">${list.data.items.map((row) => html`<${Card}
			key=${row.name} row=${row} currency=${me.currency} />`)}</div>`;
}

function Acts({ row, reload }) {
	const [what, setWhat] = useState(null);
	const acts = row.draining ? ['resume', 'reset'] : ['drain', 'reset'];
	const run = async () => {
		await post(`links/${encodeURIComponent(row.name)}/${what}`);
		toast(word('links.done', what));
		reload();
	};

	return html`${acts.map((act) => html`<button type="button" key=${act}
			class="button" onClick=${() => setWhat(act)}>
			${word('links', act)}</button>`)}
		<${Confirm} open=${what !== null} close=${() => setWhat(null)}
			title=${`${word('links', what)}: ${row.name}`}
			label=${word('links', what)} text=${word('links.why', what)}
			danger=${what === 'reset'} run=${run} />`;
}

/* A code or a chain of answers: "*144#" or "*144#,1,2". */
function Ask({ name }) {
	const act = useAct();
	const [answer, setAnswer] = useState(null);
	const ask = async (event) => {
		event.preventDefault();
		const steps = event.target.elements.steps.value.split(',')
			.map((step) => step.trim()).filter(Boolean);

		setAnswer(null);
		const got = await act.run(() => post(
			`links/${encodeURIComponent(name)}/ussd`, { steps }));

		if (got)
			setAnswer(got);
	};

	return html`<section class="card">
		<h2>${t('links.ussd')}</h2>
		<form class="reply-row" onSubmit=${ask}>
			<input name="steps" required maxlength="200" autocomplete="off"
				spellcheck="false" placeholder="*144#"
				aria-label=${t('links.ussd_hint')} />
			<button class="button main" aria-disabled=${act.busy}>
				${act.busy ? t('state.busy') : t('links.ask')}</button>
		</form>
		<p class="muted small">${t('links.ussd_hint')}</p>
		<div role="status">
			${act.problem && html`<p class="bad-text">
				${problemText(act.problem)}</p>`}
			${answer?.replies.map((text, i) => html`<pre key=${i}
				dir="auto">${text}</pre>`)}
			${answer && answer.outcome !== 'answered' && html`<p
				class="bad-text">${answer.why ?? answer.outcome}</p>`}
		</div>
	</section>`;
}

function Steps({ steps }) {
	if (!steps || steps.length === 0)
		return null;
	return html`<section class="stack">
		<h2>${t('links.steps')}</h2>
		<${Table} name=${t('links.steps')} rows=${steps} rowKey=${(row) =>
			`${row.time} ${row.asked}`} columns=${[
			{ key: 'asked', label: t('links.asked'), lead: true,
				cell: (row) => html`<code>${row.asked}</code>
					${row.times > 1 && ` ×${row.times}`}` },
			{ key: 'answered', label: t('links.answered'), kind: 'words',
				cell: (row) => html`<bdi>${row.answered}</bdi>` },
			{ key: 'chosen', label: t('links.chosen'), cell: (row) =>
				html`<bdi>${row.chosen}</bdi>` },
			{ key: 'why', label: t('links.because'), kind: 'words' },
			{ key: 'time', label: t('time.time'), kind: 'time',
				cell: (row) => html`<${When} time=${row.time} />` },
		]} />
	</section>`;
}

function One({ name }) {
	const me = useMe();
	const asked = useGet(`links/${encodeURIComponent(name)}`);
	const row = asked.data?.link ?? asked.data;

	useFresh(['link', 'status', 'alarm'], asked.reload);
	if (!row)
		return html`<${Head} title=${name} />
			${asked.problem ? html`<${Trouble} problem=${asked.problem}
				again=${asked.reload} />` : html`<${Loading} />`}`;
	return html`<p class="crumbs noprint"><a href=${link('links')}>
			${t('page.links')}</a></p>
		<${Head} title=${row.name}
			note=${[row.kind, row.identity || row.device]
				.filter(Boolean).join(' · ')}>
			${me.can('operator') && html`<${Acts} row=${row}
				reload=${asked.reload} />`}
		</${Head}>
		<div class="stack-wide">
			<section class="card stack">
				<p><${State} kind="link" value=${stateOf(row)} />
					${' '}<bdi>${detailText(row.detail)}</bdi></p>
				<${Facts} pairs=${[...facts(row, me.currency),
					[t('links.device'), row.device],
					[t('links.recovered'), row.recovered]]} />
			</section>
			${me.can('admin') && row.kind === 'modem' && html`<${Ask}
				name=${row.name} />`}
			<${Steps} steps=${asked.data.steps} />
		</div>`;
}

export default function Links({ id }) {
	return id === '' ? html`<${All} />` : html`<${One} name=${id} />`;
}

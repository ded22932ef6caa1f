/* overview - is all well, and what is going on: alarms, orders by state, what
 * waits to be sent, texts an hour, links.  Live. */
import { html } from '../lib/view.js';
import { useGet } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { number, octets, percent } from '../lib/format.js';
import { clock, dayInput, span } from '../lib/time.js';
import { Alarms } from '../part/alarms.js';
import { Badge, State, lookOf } from '../part/badge.js';
import { Begin } from '../part/begin.js';
import { Chart } from '../part/chart.js';
import { Facts } from '../part/facts.js';
import { Head } from '../part/head.js';
import { Loading, Trouble } from '../part/state.js';
import { When } from '../part/when.js';

/* Figures are counted for each who looks. */
const STATUS_MS = 3000;
const FIGURES_MS = 10000;

const OPEN_STATES = ['asked', 'waiting', 'offered', 'confirmed', 'disputed'];

function Figure({ value, label, look, href }) {
	return html`<a class="figure" href=${href}>
		<strong>${value === undefined ? '–' : number(value)}</strong>
		<${Badge} look=${look}>${label}</${Badge}></a>`;
}

/* Lines that came to a good end since midnight, of all products. */
const doneOf = (report) => report?.items
	.reduce((n, row) => n + row.lines, 0);

function Orders({ counts, done }) {
	return html`<section class="stack">
		<h2>${t('overview.orders')}</h2>
		<div class="figures">${OPEN_STATES.map((state) => html`
			<${Figure} key=${state} value=${counts?.[state]}
				label=${word('order', state)}
				look=${lookOf('order', state)}
				href=${link('orders', '', { state })} />`)}
			<${Figure} value=${done} label=${t('overview.done')}
				look=${lookOf('order', 'fulfilled')}
				href=${link('reports', 'sales', { since: dayInput() })} />
		</div>
	</section>`;
}

function Queue({ queue }) {
	return html`<section class="card">
		<h2>${t('overview.queue')}</h2>
		<${Facts} pairs=${[
			[word('message', 'queued'), number(queue.queued)],
			[word('message', 'sending'), number(queue.sending)],
			[word('message', 'refused'), number(queue.refused)],
			[word('message', 'unknown'), number(queue.unknown)],
			[t('overview.oldest'), queue.oldest_due &&
				html`<${When} time=${queue.oldest_due} />`],
		]} />
	</section>`;
}

function Links({ links }) {
	return html`<section class="card">
		<h2>${t('overview.links')}</h2>
		<ul class="lines">${links.map((row) => html`<li key=${row.name}>
			<span><a href=${link('links', row.name)}>
				<strong><bdi>${row.name}</bdi></strong></a>
				${' '}<span class="muted small">${row.operator || row.kind}
				</span></span>
			<span class="buttons">
				${row.signal !== null && html`<span class="muted small">
					${percent(row.signal)}</span>`}
				<${State} kind="link" value=${row.draining
					? 'draining' : row.state} /></span>
		</li>`)}</ul>
	</section>`;
}

/* Bars: texts in and out in each of the last 24 hours. */
function Traffic({ hours }) {
	if (hours === undefined || hours.length === 0)
		return null;
	const sum = (key) => hours.reduce((n, hour) => n + hour[key], 0);

	return html`<section class="card">
		<div class="card-head"><h2>${t('overview.traffic')}</h2>
			<span class="muted small">${t('overview.traffic_sum',
				{ in: number(sum('in')), out: number(sum('out')) })}
			</span></div>
		<${Chart} label=${t('overview.traffic')} height=${200}
			names=${hours.map((hour) => clock(hour.time))}
			series=${[
				{ label: t('direction.in'),
					values: hours.map((hour) => hour.in) },
				{ label: t('direction.out'),
					values: hours.map((hour) => hour.out) },
			]} />
		<details class="noprint"><summary class="small">
			${t('chart.table')}</summary>
			<table class="table plain-table"><thead><tr>
				<th scope="col">${t('time.hour')}</th>
				<th scope="col" class="number">${t('direction.in')}</th>
				<th scope="col" class="number">${t('direction.out')}</th>
			</tr></thead><tbody>${hours.map((hour) => html`
				<tr key=${hour.time}><td>${clock(hour.time)}</td>
				<td class="number">${number(hour.in)}</td>
				<td class="number">${number(hour.out)}</td></tr>`)}
			</tbody></table></details>
	</section>`;
}

function Machine({ status }) {
	return html`<section class="card">
		<h2>${t('overview.machine')}</h2>
		<${Facts} pairs=${[
			[t('overview.today'), t('overview.today_parts',
				{ n: status.today.texts, parts: status.today.parts })],
			[t('overview.up'), span(status.uptime_s)],
			[t('overview.disk'), octets(status.store.free_octets)],
			[t('overview.clock'), word('clock', status.clock)],
			[t('overview.version'), status.version],
		]} />
	</section>`;
}

/* No order is open, and no text came or went in a day. */
const isIdle = ({ orders, hours }) =>
	Object.values(orders).every((n) => n === 0) &&
	hours.every((hour) => hour.in + hour.out === 0);

export default function Overview() {
	const status = useGet('status');
	const figures = useGet('figures');
	const sold = useGet('report/sales', { by: 'product',
		since: dayInput() });

	useFresh(['order', 'message', 'link', 'alarm', 'status'], status.reload,
		STATUS_MS);
	useFresh(['order', 'message'], figures.reload, FIGURES_MS);
	useFresh(['order'], sold.reload, FIGURES_MS);
	if (status.problem && !status.data)
		return html`<${Head} title=${t('page.overview')} />
			<${Trouble} problem=${status.problem}
				again=${status.reload} />`;
	if (!status.data)
		return html`<${Head} title=${t('page.overview')} /><${Loading} />`;
	return html`<${Head} title=${t('page.overview')} />
		<div class="stack-wide">
			<${Alarms} alarms=${status.data.alarms} />
			${figures.data && isIdle(figures.data) && html`<${Begin} />`}
			<${Orders} counts=${figures.data?.orders}
				done=${doneOf(sold.data)} />
			<div class="two">
				<div class="stack">
					<${Traffic} hours=${figures.data?.hours} />
					<${Queue} queue=${status.data.queue} />
				</div>
				<div class="stack">
					<${Links} links=${status.data.links} />
					<${Machine} status=${status.data} />
				</div>
			</div>
		</div>`;
}

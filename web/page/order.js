/* order - one order: what was wanted, who was asked and why, what happened;
 * and what one may do for a person who called. */
import { html, useState } from '../lib/view.js';
import { useGoods } from '../lib/goods.js';
import { useGet } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { amount, money } from '../lib/format.js';
import { Facts } from '../part/facts.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble } from '../part/state.js';
import { Phone } from '../part/phone.js';
import { State, lookOf } from '../part/badge.js';
import { Timeline } from '../part/timeline.js';
import { When } from '../part/when.js';
import { OrderAct } from './order_act.js';

/* Which acts make sense in which state of a line; furrowd refuses the rest. */
const ACTS = [
	['accept', ['offered']],
	['decline', ['offered', 'confirmed']],
	['reassign', ['offered', 'confirmed', 'waiting']],
	['done', ['confirmed', 'fulfilled']],
	['cancel', ['asked', 'waiting', 'offered', 'confirmed']],
];

function Line({ line, many, act }) {
	const me = useMe();
	const goods = useGoods();
	const open = ACTS.filter(([, states]) => states.includes(line.state));

	return html`<section class="card">
		<div class="card-head">
			<h2>${many && html`<span class="muted">${line.line} · </span>`}
				<bdi>${goods.name(line.product)}</bdi>
				${' '}${amount(line.quantity, line.unit)}</h2>
			<${State} kind="order" value=${line.state} />
		</div>
		<${Facts} pairs=${[
			[t('orders.seller'), line.seller && html`<${Phone}
				number=${line.seller} name=${line.seller_name}
				person=${line.seller_person} />`],
			[t('orders.price'), line.price !== null && html`<bdi>
				${money(line.price, line.currency)} / ${line.unit}</bdi>`],
			[t('orders.total'), line.total !== null &&
				money(line.total, line.currency)],
			[t('orders.price_max'), line.price_max !== null &&
				money(line.price_max, line.currency)],
			[t('orders.accepted'), line.accepted !== null &&
				amount(line.accepted, line.unit)],
			[t('orders.payment'), line.seller && html`<${State}
				kind="payment" value=${line.payment} />`],
			[t('orders.paid'), line.paid ? money(line.paid,
				line.currency) : null],
			[t('orders.done'), line.done && html`<${When}
				time=${line.done} />`],
			[t('orders.got'), line.got && html`<${When}
				time=${line.got} />`],
			[t('orders.settled'), line.settled && html`<${When}
				time=${line.settled} />`],
		]} />
		${me.can('operator') && open.length > 0 && html`
			<div class="buttons noprint line-acts">${open.map(([name]) =>
				html`<button type="button" key=${name}
					class="button tiny" onClick=${() =>
						act(name, line)}>
					${t(`order_act.${name}`)}</button>`)}</div>`}
	</section>`;
}

/* Who was asked, in turn, and in words why this one. */
function Proposals({ rows }) {
	if (rows.length === 0)
		return html`<section class="card"><h2>${t('orders.asked_whom')}</h2>
			<p class="muted">${t('orders.nobody_asked')}</p></section>`;
	return html`<section class="card">
		<h2>${t('orders.asked_whom')}</h2>
		<ul class="lines proposals">${rows.map((row, i) => html`<li key=${i}>
			<div>
				<${Phone} number=${row.seller} name=${row.seller_name}
					person=${row.seller_person} />
				<p class="muted small">${amount(row.quantity, row.unit)}
					${row.price !== null && ` · ${money(row.price)}`}
					${' · '}<${When} time=${row.asked} />
					${row.answered && html` <span class="arrow">→</span> <${When}
						time=${row.answered} />`}</p>
				${row.reason && html`<p class="small"><bdi>
					${row.reason}</bdi></p>`}
				${row.state === 'open' && row.due && html`
					<p class="small">${t('orders.answer_until')}
					${' '}<${When} time=${row.due} /></p>`}
			</div>
			<${State} kind="proposal" value=${row.state} />
		</li>`)}</ul>
	</section>`;
}

function History({ order }) {
	const many = order.lines.length > 1;
	const items = [...order.history]
		.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
		.map((event) => ({
			time: event.time,
			title: `${many ? `${event.line} · ` : ''}${event.to
				? word('order', event.to) : t('orders.noted')}`,
			look: lookOf('order', event.to),
			text: event.text,
			by: word('by', event.by),
			href: event.message ? link('log', event.message) : null,
			hrefText: t('orders.message'),
		}));

	return html`<section class="card"><h2>${t('orders.history')}</h2>
		<${Timeline} items=${items} /></section>`;
}

export function Order({ id }) {
	const { data, problem, reload } = useGet(`orders/${
		encodeURIComponent(id)}`);
	const [act, setAct] = useState(null);

	useFresh(['order'], reload);
	if (problem?.status === 404)
		return html`<${Head} title=${t('page.orders')} />
			<${Empty} title=${t('orders.missing', { code: id })}
				hint=${t('orders.missing_hint')}>
				<a class="button" href=${link('orders')}>
					${t('page.orders')}</a></${Empty}>`;
	if (problem && !data)
		return html`<${Head} title=${t('orders.of', { code: id })} />
			<${Trouble} problem=${problem} again=${reload} />`;
	if (!data)
		return html`<${Head} title=${t('orders.of', { code: id })} />
			<${Loading} />`;
	return html`
		<nav class="crumbs noprint"><a href=${link('orders')}>
			${t('page.orders')}</a></nav>
		<${Head} title=${t('orders.of', { code: `#${data.code}` })}
			note=${html`<${When} time=${data.created} />
				${!data.open && ` · ${t('orders.closed')}`}`}>
			<button type="button" class="button" onClick=${() =>
				window.print()}>${t('act.print')}</button>
		</${Head}>
		<div class="two">
			<div class="stack">
				<section class="card"><${Facts} pairs=${[
					[t('orders.buyer'), html`<${Phone}
						number=${data.buyer} name=${data.buyer_name}
						person=${data.buyer_person} />`],
					[t('orders.for'), data.for],
					[t('orders.place'), data.place],
					[t('orders.day'), data.day],
					[t('orders.came_by'), data.link &&
						`${data.link} (${data.link_kind})`],
				]} /></section>
				${data.lines.map((line) => html`<${Line}
					key=${line.line} line=${line}
					many=${data.lines.length > 1}
					act=${(name, of) => setAct({ name, line: of })} />`)}
				<${Proposals} rows=${data.proposals} />
			</div>
			<${History} order=${data} />
		</div>
		<${OrderAct} act=${act} order=${data} close=${() => setAct(null)}
			done=${reload} />`;
}

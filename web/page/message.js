/* message - one text whole: what became of each part, what it was caused by,
 * and, when asked for, its raw form (which is written into the audit). */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { Facts } from '../part/facts.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
import { Phone } from '../part/phone.js';
import { State } from '../part/badge.js';
import { Table } from '../part/table.js';
import { When } from '../part/when.js';

/* What a word alone does not tell. */
const ABOUT = ['unknown', 'refused', 'failed', 'stale', 'held'];

const columns = () => [
	{ key: 'part', label: t('message.part'), lead: true,
		cell: (row) => String(row.part) },
	{ key: 'state', label: t('filter.state'), cell: (row) => html`
		<${State} kind="part" value=${row.state} />` },
	{ key: 'link', label: t('log.link') },
	{ key: 'sent', label: t('part.sent'), kind: 'time',
		cell: (row) => html`<${When} time=${row.sent} />` },
	{ key: 'report', label: t('message.report'), kind: 'time',
		cell: (row) => html`<${When} time=${row.report} />` },
	{ key: 'why', label: t('message.why'), kind: 'words' },
];

function Raw({ id }) {
	const act = useAct();
	const [raw, setRaw] = useState(null);
	const show = async () => {
		const answer = await act.run(() => post(`messages/${id}/raw`));

		if (answer)
			setRaw(answer.raw);
	};

	return html`<section class="card noprint">
		<h2>${t('message.raw')}</h2>
		${raw === null ? html`<p class="muted small">
			${t('message.raw_hint')}</p>
			<button type="button" class="button tiny" aria-disabled=${act.busy}
				onClick=${show}>${t('message.raw_show')}</button>`
			: html`<pre dir="ltr">${raw}</pre>
				<p class="muted small">${t('message.raw_decode')}
				${' '}<code>furrow pdu decode</code></p>`}
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}
	</section>`;
}

export function Message({ id }) {
	const me = useMe();
	const { data, problem, reload } = useGet(`messages/${
		encodeURIComponent(id)}`);
	const title = t('message.title', { id });

	useFresh(['message'], reload);
	if (problem?.status === 404)
		return html`<${Head} title=${t('page.log')} />
			<${Empty} title=${t('message.missing')}>
				<a class="button" href=${link('log')}>
					${t('page.log')}</a></${Empty}>`;
	if (problem && !data)
		return html`<${Head} title=${title} />
			<${Trouble} problem=${problem} again=${reload} />`;
	if (!data)
		return html`<${Head} title=${title} /><${Loading} rows=${2} />`;
	return html`
		<nav class="crumbs noprint"><a href=${link('log')}>
			${t('page.log')}</a></nav>
		<${Head} title=${title} />
		<div class="stack">
			<section class="card stack">
				<p class="message-text text-in"><bdi>${data.text ||
					t('log.no_text')}</bdi></p>
				<${Facts} pairs=${[
					[t('log.phone'), html`<${Phone}
						number=${data.phone} name=${data.name}
						person=${data.person} />`],
					[t('message.direction'),
						t(`direction.${data.direction}`)],
					[t('filter.state'), html`<${State} kind="message"
						value=${data.state} />`],
					[t('message.meaning'), ABOUT.includes(data.state) &&
						t(`message_about.${data.state}`)],
					[t('log.time'), html`<${When}
						time=${data.time} />`],
					[t('log.link'), data.link],
					[t('message.kind'), data.kind !== 'text' &&
						word('message_kind', data.kind)],
					[t('log.order'), data.order && html`<a class="code"
						href=${link('orders', data.order_id)}>#${
						data.order}</a>`],
					[t('message.cause'), data.cause && html`<a
						href=${link('log', data.cause)}>${
						t('message.title', { id: data.cause })}</a>`],
					[t('message.tries'), data.tries],
					[t('message.due'), data.due && html`<${When}
						time=${data.due} />`],
					[t('message.why'), data.why],
					[t('message.twice'), data.maybe_twice &&
						t('message.twice_yes')],
				]} />
			</section>
			${data.sent_parts?.length > 0 && html`<${Table}
				columns=${columns()} rows=${data.sent_parts}
				caption=${t('message.parts')}
				rowKey=${(row) => row.part} />`}
			${data.direction === 'in' && me.can('operator') &&
				html`<${Raw} id=${id} />`}
		</div>`;
}

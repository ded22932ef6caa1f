/* conversation - one phone: what came and went as bubbles, oldest at the top,
 * and a box to write back. */
import { html, useEffect, useLayoutEffect, useRef, useState }
	from '../lib/view.js';
import { get, post } from '../lib/api.js';
import { draftOf, useDraft } from '../lib/draft.js';
import { useAct, useGet, useList } from '../lib/use.js';
import { useFreshList } from '../lib/live.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { number } from '../lib/format.js';
import { clock, day } from '../lib/time.js';
import { t } from '../lib/text.js';
import { Head } from '../part/head.js';
import { Phone } from '../part/phone.js';
import { Rows, problemText } from '../part/state.js';
import { State } from '../part/badge.js';
import { toast } from '../part/toast.js';

const NEWEST = '9223372036854775807';
const REST_MS = 400;
const FAILED = ['failed', 'stale', 'refused'];

function Bubble({ row }) {
	const out = row.direction === 'out';

	return html`<li class=${`bubble ${out ? 'out' : ''} ${FAILED
		.includes(row.state) ? 'failed' : ''}`}>
		<span class="unseen">${t(`direction.${row.direction}`)}: </span>
		<bdi>${row.text || html`<em class="muted">
			${t('log.no_text')}</em>`}</bdi>
		<div class="bubble-foot">
			${row.order && html`<a href=${link('orders', row.order_id)}
				class="code">#${row.order}</a>`}
			${out && html`<${State} kind="message" value=${row.state} />`}
			<a href=${link('log', row.id)}>${clock(row.time)}</a>
		</div>
	</li>`;
}

function withDays(rows) {
	const items = [];
	let last = '';

	for (const row of [...rows].reverse()) {
		const here = day(row.time);

		if (here !== last)
			items.push(html`<li class="day" key=${here}>${here}</li>`);
		last = here;
		items.push(html`<${Bubble} key=${row.id} row=${row} />`);
	}
	return items;
}

/* How many texts it will be, as furrowd counts, a moment after the typing. */
function useMeasure(text) {
	const [measure, setMeasure] = useState(null);

	useEffect(() => {
		if (text === '') {
			setMeasure(null);
			return undefined;
		}
		const timer = setTimeout(() => post('measure', { text })
			.then(setMeasure, () => setMeasure(null)), REST_MS);

		return () => clearTimeout(timer);
	}, [text]);
	return measure;
}

function Count({ measure }) {
	if (measure === null)
		return html`<span class="by-keyboard">${t('reply.hint')}</span>`;
	if (!measure.fits)
		return html`<span class="bad-text">${t('reply.long')}</span>`;
	return html`<span>${t('reply.parts', { n: measure.parts,
		left: number(measure.left) })}${measure.alphabet === 'ucs2' &&
		` · ${t('reply.wide')}`}</span>`;
}

/* What got no answer may have been taken all the same: is it among what is newer
 * than all that was there then?  Numbers in a text come back masked. */
async function arrived(who, { text, newest }) {
	const bare = (words) => words.replace(/[+\d\u2022]+/g, '#').trim();
	const { items } = await get('messages', { ...who, before: NEWEST });

	return items.some((row) => row.direction === 'out' && row.id > newest &&
		(row.text.includes('\u2022') ? bare(row.text) === bare(text)
			: row.text.trim() === text.trim()));
}

/* post(text): sent once, also when it has to be tried twice. */
function useOnce(who, to, newest) {
	const unsure = useRef(null); /* {text, newest} */

	return async (text) => {
		const tried = unsure.current?.text === text ? unsure.current : null;

		try {
			const answer = tried !== null && await arrived(who, tried)
				? {} : await post('messages', { ...to, text });

			unsure.current = null;
			return answer;
		} catch (error) {
			if (error.unsure)
				unsure.current = tried ?? { text, newest };
			throw error;
		}
	};
}

function Reply({ who, to, newest, sent }) {
	const act = useAct();
	const key = `reply/${who.person ?? who.phone}`;
	const [text, setText] = useDraft(key);
	const measure = useMeasure(text);
	const once = useOnce(who, to, newest);
	const send = async (event) => {
		event.preventDefault();
		if (text.trim() === '')
			return;
		const answer = await act.run(() => once(text));

		if (answer) {
			if (draftOf(key) === text)
				setText(''); /* else the next one is begun */
			event.target.elements.text.focus();
			toast(t('reply.queued'));
			sent();
		}
	};

	return html`<form class="reply noprint" onSubmit=${send}>
		<div class="reply-row">
			<label><span class="unseen">${t('reply.label')}</span>
				<textarea rows="2" name="text" value=${text}
					dir=${text === '' ? undefined : 'auto'} maxlength="1530"
					placeholder=${t('reply.label')}
					onInput=${(e) => setText(e.target.value)}
					onKeyDown=${(e) => e.key === 'Enter' &&
						(e.ctrlKey || e.metaKey) &&
						e.target.form.requestSubmit()} /></label>
			<button class="button main" aria-disabled=${act.busy ||
				text.trim() === ''} disabled=${measure && !measure.fits}>
				${act.busy ? t('state.busy') : t('act.send')}</button>
		</div>
		<div class="reply-foot" aria-live="polite">
			<${Count} measure=${measure} /></div>
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}
	</form>`;
}

const NEAR_PX = 240;

/* The newest is in sight, unless somebody reads older ones; what is loaded above
 * does not move the page. */
function useBottom(rows) {
	const height = useRef(0);
	const newest = rows.length > 0 ? rows[0].id : 0;
	const seen = useRef(0);

	useLayoutEffect(() => {
		const page = document.scrollingElement;
		const below = height.current - page.scrollTop - page.clientHeight;

		if (newest !== seen.current) {
			if (seen.current === 0 || below < NEAR_PX)
				page.scrollTop = page.scrollHeight;
		} else
			page.scrollTop += page.scrollHeight - height.current;
		height.current = page.scrollHeight;
		seen.current = newest;
	}, [rows]);
}

export function Conversation({ who }) {
	const me = useMe();
	const list = useList('messages', { ...who, names: 1, before: NEWEST },
		{ cursor: 'before' });
	const people = useGet(who.person ? null : 'people', who);
	const first = list.rows[0];
	const name = people.data?.items[0]?.name || first?.name || '';
	const shown = first?.phone ?? who.phone ?? '';
	const end = list.next === null || list.next === undefined;

	useFreshList(['message'], list);
	useBottom(list.rows);
	return html`
		<nav class="crumbs noprint"><a href=${link('conversations')}>
			${t('page.conversations')}</a></nav>
		<${Head} title=${name || shown || t('page.conversations')}
			note=${html`<${Phone} number=${shown}
				person=${who.person ?? first?.person} plain />`}>
			${(who.person ?? first?.person) && html`
				<a class="button" href=${link('people',
					who.person ?? first.person)}>
					${t('conversations.person')}</a>`}
		</${Head}>
		<${Rows} list=${list} empty=${t('conversations.nothing')}>
			${!end && html`<div class="pager noprint"><button type="button"
				class="button" aria-disabled=${list.busy}
				onClick=${list.more}>${t('conversations.older')}</button>
			</div>`}
			<ol class="bubbles" aria-label=${t('conversations.texts')}>
				${withDays(list.rows)}</ol>
		</${Rows}>
		${me.can('operator') && html`<${Reply} sent=${list.reload}
			who=${who} newest=${first?.id ?? 0}
			to=${who.person ? { to_person: Number(who.person) }
				: first?.person ? { to_person: first.person }
					: { to: who.phone }} />`}`;
}

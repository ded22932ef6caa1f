/* phones - simulated handsets beside each other, for trying the market out:
 * text as anybody, see what every phone gets, dial the market's code.
 *
 * Only while furrowd runs with a simulated network (me.demo).  Whose phones
 * are on the table stands in the address: ?show=Amina,Juma. */
import { html, useEffect, useRef, useState } from '../lib/view.js';
import { get, post } from '../lib/api.js';
import { useAct } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { setQuery } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { clock } from '../lib/time.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';

const LOOK_MS = 1200;
const SHOWN_AT_FIRST = 3;

/* Everything on all phones; new texts are fetched as they come. */
function useTexts() {
	const [state, setState] = useState({ phones: [], texts: [] });
	const newest = useRef(0);
	const look = useRef(() => {});

	useEffect(() => {
		let gone = false, timer = null;

		async function again() {
			clearTimeout(timer);
			try {
				const got = await get('phones', { after: newest.current });

				if (gone)
					return;
				/* furrowd was started anew: so is its count. */
				const fresh = got.newest < newest.current;

				newest.current = fresh ? 0 : got.newest;
				setState((old) => ({ ready: true, phones: got.items,
					texts: fresh ? [] : old.texts.concat(got.texts
						.filter((text) => !old.texts.some((had) =>
							had.id === text.id))) }));
			} catch (problem) {
				if (!gone)
					setState((old) => ({ ...old, problem }));
			}
			if (!gone)
				timer = setTimeout(again, document.visibilityState ===
					'visible' ? LOOK_MS : LOOK_MS * 10);
		}

		look.current = again;
		again();
		return () => {
			gone = true;
			clearTimeout(timer);
		};
	}, []);
	return { ...state, look: () => look.current() };
}

function Bubbles({ texts }) {
	const end = useRef(null);

	useEffect(() => {
		end.current.scrollTop = end.current.scrollHeight;
	}, [texts.length]);
	return html`<ol class="bubbles handset-screen" ref=${end} tabindex="0"
		aria-live="polite" aria-label=${t('phones.texts')}>
		${texts.length === 0 && html`<li class="muted small">
			${t('phones.none')}</li>`}
		${texts.map((text) => html`<li key=${text.id}
			class=${`bubble ${text.direction === 'sent' ? 'out' : ''}`}>
			<bdi class="text-in">${text.text}</bdi>
			<span class="bubble-foot">${clock(text.time)}</span>
		</li>`)}</ol>`;
}

function Write({ phone, look }) {
	const act = useAct();
	const field = useRef(null);
	const send = async (event) => {
		event.preventDefault();
		const text = field.current.value.trim();

		if (text === '')
			return;
		const done = await act.run(() => post(
			`phones/${encodeURIComponent(phone.name)}`, { text }));

		if (done) {
			field.current.value = '';
			look();
		}
		field.current.focus();
	};

	return html`<form class="handset-write" onSubmit=${send}>
		<input ref=${field} name="text" maxlength="700" autocomplete="off"
			aria-label=${t('phones.text_as', { name: phone.name })}
			placeholder=${t('phones.text')} />
		<button class="button main" aria-disabled=${act.busy}>
			${t('act.send')}</button>
		${act.problem && html`<p class="bad-text small" role="alert">
			${problemText(act.problem)}</p>`}
	</form>`;
}

/* One dialogue: a screen, and what is keyed in below it. */
function Dialogue({ phone, close }) {
	const act = useAct();
	const session = useRef(`web-${Date.now()}-${Math.random()
		.toString(36).slice(2, 10)}`);
	const [screen, setScreen] = useState(null);
	const field = useRef(null);
	const turn = async (more) => {
		const answer = await act.run(() => post('ussd-sim', {
			phone: phone.number, session: session.current, ...more }));

		if (answer)
			setScreen(answer);
	};

	useEffect(() => {
		turn({});
	}, []);
	useEffect(() => field.current?.focus(), [screen]);
	const answer = (event) => {
		event.preventDefault();
		const input = field.current.value.trim();

		field.current.value = '';
		turn({ input });
	};
	const hangUp = () => {
		if (screen?.go_on)
			turn({ hangup: true });
		close();
	};

	return html`<div class="ussd" role="group"
		aria-label=${t('phones.dialogue')}>
		<pre class="ussd-screen" aria-live="polite" dir="auto">${screen
			? screen.text || word('ussd', screen.status)
			: t('state.busy')}</pre>
		${act.problem && html`<p class="bad-text small" role="alert">
			${problemText(act.problem)}</p>`}
		<form class="handset-write" onSubmit=${answer}>
			${screen?.go_on && html`<input ref=${field} name="input"
				maxlength="160" autocomplete="off"
				aria-label=${t('phones.answer')} />
				<button class="button main" aria-disabled=${act.busy}>
					${t('phones.ok')}</button>`}
			<button type="button" class="button" onClick=${hangUp}>
				${screen?.go_on ? t('phones.hang_up')
					: t('act.close')}</button>
		</form>
	</div>`;
}

function Handset({ phone, texts, look, put }) {
	const me = useMe();
	const act = useAct();
	const [dialling, setDialling] = useState(false);
	const turn = async () => {
		await act.run(() => post(`phones/${encodeURIComponent(phone.name)
		}/${phone.off ? 'on' : 'off'}`));
		look();
	};

	return html`<section class=${`handset ${phone.off ? 'off' : ''}`}
		aria-label=${phone.name}>
		<header class="handset-head">
			<div><strong><bdi>${phone.name.replaceAll('_', ' ')}</bdi></strong>
				${' '}<span class="small">${word('role', phone.role)}</span>
				<div class="small number">${phone.number}</div></div>
			<button type="button" class="plain big" onClick=${put}
				aria-label=${t('phones.put_away',
					{ name: phone.name })}>×</button>
		</header>
		${dialling ? html`<${Dialogue} phone=${phone}
				close=${() => setDialling(false)} />`
			: html`<${Bubbles} texts=${texts} />
				${me.can('operator') && !phone.off && html`<${Write}
					phone=${phone} look=${look} />`}`}
		${me.can('operator') && !dialling && html`<footer
			class="handset-keys">
			${!phone.off && html`<button type="button" class="plain small"
				onClick=${() => setDialling(true)}>
				${t('phones.dial')}</button>`}
			<button type="button" class="plain small" onClick=${turn}>
				${phone.off ? t('phones.switch_on')
					: t('phones.switch_off')}</button>
		</footer>`}
	</section>`;
}

/* Who may be put on the table, and a number that is nobody's yet. */
function Choice({ phones, shown, toggle }) {
	const add = (event) => {
		event.preventDefault();
		const number = event.target.elements.number.value
			.replace(/[ ()-]/g, '');

		if (/^\+?[0-9]{3,20}$/.test(number))
			toggle(number);
		event.target.reset();
	};

	return html`<div class="handset-choice noprint">
		${phones.map((phone) => html`<button type="button" key=${phone.name}
			class="chip" aria-pressed=${shown.includes(phone.name)}
			onClick=${() => toggle(phone.name)}>
			<bdi>${phone.name.replaceAll('_', ' ')}</bdi>
			<span class="muted small">${word('role', phone.role)}</span>
		</button>`)}
		<form onSubmit=${add}><input name="number" inputmode="tel"
			maxlength="24" autocomplete="off"
			placeholder=${t('phones.other')}
			aria-label=${t('phones.other')} /></form>
	</div>`;
}

const stranger = (number) => ({ name: number, number, role: '', off: false });

/* At first those who make an order go: a buyer, then who is asked. */
function firstOnes(phones) {
	const buyer = phones.find((phone) => phone.role === 'buyer');
	const sellers = phones.filter((phone) => phone.role === 'seller');

	return [buyer, ...sellers].filter(Boolean).slice(0, SHOWN_AT_FIRST)
		.map((phone) => phone.name);
}

export default function Phones({ query }) {
	const all = useTexts();

	if (!all.ready)
		return html`<${Head} title=${t('page.phones')} />
			${all.problem ? html`<${Trouble} problem=${all.problem}
				again=${all.look} />` : html`<${Loading} />`}`;
	const shown = query.show === undefined ? firstOnes(all.phones)
		: query.show.split(',').filter(Boolean);
	const toggle = (name) => setQuery({ show: (shown.includes(name)
		? shown.filter((other) => other !== name)
		: [...shown, name]).join(',') || ',' });

	return html`<${Head} title=${t('page.phones')}
			note=${t('phones.note')} />
		${all.problem && html`<p class="notice bad" role="status">
			${problemText(all.problem)}</p>`}
		<${Choice} phones=${all.phones} shown=${shown} toggle=${toggle} />
		${shown.length === 0 && html`<${Empty} title=${t('phones.choose')} />`}
		<div class="handsets">${shown.map((name) => html`<${Handset}
			key=${name} put=${() => toggle(name)} look=${all.look}
			phone=${all.phones.find((phone) => phone.name === name) ??
				stranger(name)}
			texts=${all.texts.filter((text) => text.phone === name)} />`)}
		</div>`;
}

/* dialog - a question in front of the page, on the browser's own <dialog>:
 * it keeps the keyboard inside, closes on Escape, and gives focus back.
 *
 * <Dialog title open close>…</Dialog> shows anything; `firm`: a click beside it
 * does not close it, for it is shown but once.
 * <Confirm …> asks before something is done: `text` says what will happen, in
 * full; `run` does it and may throw a Problem, which is shown inside; `typed`
 * is a word that has to be typed first, for what cannot be taken back.
 * Children may hold fields; run gets the form's values as an object.  What is
 * typed is kept, but for passwords, when the page goes away below (a session that
 * ends): the same question has it again when it is next asked.  `of` tells apart
 * what title and text do not.  Fields say what they begin with by defaultValue,
 * defaultChecked, selected: `value` would be put back over what was typed.  When
 * furrowd wants the password once more (the login is long ago), a field for it
 * comes up, and the same is tried again. */
import { html, useEffect, useLayoutEffect, useRef, useState }
	from '../lib/view.js';
import { post } from '../lib/api.js';
import { draftOf, keepDraft } from '../lib/draft.js';
import { t } from '../lib/text.js';
import { useAct } from '../lib/use.js';
import { Field } from './field.js';
import { problemText } from './state.js';

const DOUBLE_MS = 500;

/* What the keyboard is at first: a field, else what can be chosen, else the
 * question itself; never the cross. */
const FIRST = ['form :is(input, select, textarea)', 'nav a', 'h2'];

/* Escape is told twice: at once, and later as its end, when the next key may
 * have opened it again. */
export function Dialog({ title, open, close, children, wide, firm }) {
	const at = useRef(null);
	const pressed = useRef(null); /* letters marked with the mouse end anywhere */
	const since = useRef(0);

	useLayoutEffect(() => {
		if (open && !at.current.open) {
			at.current.showModal();
			since.current = performance.now();
			FIRST.map((what) => at.current.querySelector(what))
				.find((one) => one !== null)?.focus();
		}
		if (!open && at.current.open)
			at.current.close();
	}, [open]);
	if (!open)
		return html`<dialog ref=${at} />`;
	return html`<dialog ref=${at} class=${wide ? 'wide' : ''}
		aria-label=${title}
		onCancel=${(event) => event.target === at.current && close()}
		onClose=${() => !at.current?.open && close()}
		onClickCapture=${(event) => {
			/* Of the double click that opened it. */
			if (event.detail > 1 && event.timeStamp - since.current <
				DOUBLE_MS) {
				event.preventDefault();
				event.stopPropagation();
			}
		}}
		onPointerDown=${(event) => {
			pressed.current = event.target;
		}}
		onClick=${(event) => !firm && event.target === at.current &&
			pressed.current === at.current && close()}>
		<div class="dialog-body">
			<div class="dialog-head">
				<h2 tabindex="-1">${title}</h2>
				<button type="button" class="plain big"
					onClick=${close}
					aria-label=${t('act.close')}>×</button>
			</div>
			${children}
		</div>
	</dialog>`;
}

const values = (form) => Object.fromEntries(new FormData(form));

const isKept = (field) => field.name !== '' && field.type !== 'file' &&
	field.type !== 'password' && !field.autocomplete.includes('password');

const typedIn = (form) => Object.fromEntries([...form.elements]
	.filter((field) => 'value' in field && 'autocomplete' in field &&
		isKept(field))
	.map((field) => [field.name, field.type === 'checkbox'
		? field.checked : field.value]));

/* Puts back what it can, and takes that out of `rest`: choices may come late. */
function putBack(form, rest) {
	for (const [name, value] of Object.entries(rest)) {
		const field = form.elements[name];

		if (field === undefined || (field.options && ![...field.options]
			.some((one) => one.value === value)))
			continue;
		if (field.type === 'checkbox')
			field.checked = value;
		else
			field.value = value;
		delete rest[name];
	}
}

/* What was typed into this question when its page went away. */
function useKept(key, open) {
	const form = useRef(null);
	const rest = useRef({});
	const [back, setBack] = useState(false);

	useLayoutEffect(() => {
		rest.current = open ? { ...draftOf(key) } : {};
		setBack(Object.keys(rest.current).length > 0);
	}, [open]);
	useLayoutEffect(() => {
		if (form.current)
			putBack(form.current, rest.current);
	});
	return { form, back,
		keep: () => keepDraft(key, { ...rest.current,
			...typedIn(form.current) }),
		drop: () => keepDraft(key, '') };
}

export const asksPassword = (act) => act.problem?.more?.need === 'password';

export function Proof() {
	const at = useRef(null);

	useEffect(() => at.current.querySelector('input').focus(), []);
	return html`<div ref=${at}><${Field} label=${t('login.password')}
		name="proof" required type="password" maxlength="256"
		autocomplete="current-password" hint=${t('dialog.proof')} />
	</div>`;
}

export function Confirm({ title, text, open, close, run, label, danger, typed,
	of = '', children }) {
	const act = useAct();
	const kept = useKept([window.location.hash, title, text, of].join('\n'),
		open);
	const leave = () => {
		kept.drop();
		close();
	};
	const [word, setWord] = useState('');
	const [proof, setProof] = useState(false);
	const send = async (event) => {
		event.preventDefault();
		const { proof: password, ...given } = values(event.target);
		const done = await act.run(async () => {
			if (password !== undefined)
				await post('me/proof', { password });
			await run(given);
			return true;
		});

		if (done)
			leave();
	};

	useEffect(() => {
		if (asksPassword(act))
			setProof(true);
	}, [act.problem]);
	useEffect(() => {
		setWord('');
		setProof(false);
		act.setProblem(null);
	}, [open]);
	return html`<${Dialog} title=${title} open=${open} close=${leave}>
		<form onSubmit=${send} ref=${kept.form} onInput=${kept.keep}>
			${text && html`<p>${text}</p>`}
			${kept.back && html`<p class="notice">${t('dialog.kept')}</p>`}
			${children}
			${typed && html`<label class="field">
				<span>${t('dialog.type', { word: typed })}</span>
				<input value=${word} autocomplete="off"
					onInput=${(e) => setWord(e.target.value)} />
			</label>`}
			${proof && html`<${Proof} />`}
			${act.problem && !asksPassword(act) && html`<p
				class="bad-text" role="alert">
				${problemText(act.problem)}</p>`}
			<div class="buttons end">
				<button type="button" class="button"
					onClick=${leave}>${t('act.back')}</button>
				<button type="submit"
					class=${`button ${danger ? 'danger' : 'main'}`}
					aria-disabled=${act.busy}
					disabled=${typed && word !== typed}>
					${act.busy ? t('state.busy')
						: label ?? title}</button>
			</div>
		</form>
	</${Dialog}>`;
}

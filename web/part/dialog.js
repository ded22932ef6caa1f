/* dialog - a question in front of the page, on the browser's own <dialog>:
 * it keeps the keyboard inside, closes on Escape, and gives focus back.
 *
 * <Dialog title open close>…</Dialog> shows anything.
 * <Confirm …> asks before something is done: `text` says what will happen, in
 * full; `run` does it and may throw a Problem, which is shown inside; `typed`
 * is a word that has to be typed first, for what cannot be taken back.
 * Children may hold fields; run gets the form's values as an object.  When
 * furrowd wants the password once more (the login is long ago), a field for it
 * comes up, and the same is tried again. */
import { html, useEffect, useLayoutEffect, useRef, useState }
	from '../lib/view.js';
import { post } from '../lib/api.js';
import { t } from '../lib/text.js';
import { useAct } from '../lib/use.js';
import { Field } from './field.js';
import { problemText } from './state.js';

/* What the keyboard is at first: a field, else what can be chosen, else the
 * question itself; never the cross. */
const FIRST = ['form :is(input, select, textarea)', 'nav a', 'h2'];

export function Dialog({ title, open, close, children, wide }) {
	const at = useRef(null);

	useLayoutEffect(() => {
		if (open && !at.current.open) {
			at.current.showModal();
			FIRST.map((what) => at.current.querySelector(what))
				.find((one) => one !== null)?.focus();
		}
		if (!open && at.current.open)
			at.current.close();
	}, [open]);
	if (!open)
		return html`<dialog ref=${at} />`;
	return html`<dialog ref=${at} class=${wide ? 'wide' : ''}
		aria-label=${title} onClose=${close}
		onClick=${(event) => event.target === at.current && close()}>
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

const asksPassword = (act) => act.problem?.more?.need === 'password';

function Proof() {
	const at = useRef(null);

	useEffect(() => at.current.querySelector('input').focus(), []);
	return html`<div ref=${at}><${Field} label=${t('login.password')}
		name="proof" required type="password" maxlength="256"
		autocomplete="current-password" hint=${t('dialog.proof')} />
	</div>`;
}

export function Confirm({ title, text, open, close, run, label, danger, typed,
	children }) {
	const act = useAct();
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
			close();
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
	return html`<${Dialog} title=${title} open=${open} close=${close}>
		<form onSubmit=${send}>
			${text && html`<p>${text}</p>`}
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
					onClick=${close}>${t('act.back')}</button>
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

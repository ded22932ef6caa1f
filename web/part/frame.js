/* frame - what stands around every page: menu, search, who I am, alarms.
 *
 * Wide: the menu stands at the side.  Narrow: the four daily pages at the
 * bottom, under the thumb, and the rest behind "More". */
import { html, useEffect, useRef, useState } from '../lib/view.js';
import { GROUPS, PAGES, mayOpen } from '../lib/pages.js';
import { useMe } from '../lib/me.js';
import { go, link } from '../lib/route.js';
import { t } from '../lib/text.js';
import { keepFocus } from '../lib/focus.js';
import { bind } from '../lib/keys.js';
import { again, heardAt, useLiveState } from '../lib/live.js';
import { clock } from '../lib/time.js';
import { Dialog } from './dialog.js';
import { Toasts, toast } from './toast.js';

const ORDER_CODE = /^#?[a-z][2-9][a-z]([0-9a-z]{0,2})$/i;

function MenuLink({ page, here, close }) {
	return html`<a href=${link(page.name)} onClick=${close}
		aria-current=${here === page.name ? 'page' : undefined}>
		${t(`page.${page.name}`)}</a>`;
}

function Menu({ here, close }) {
	const me = useMe();

	return GROUPS.map((group) => {
		const rows = PAGES.filter((page) => page.group === group &&
			mayOpen(page, me));

		return rows.length > 0 && html`<div class="menu-group" key=${group}>
			<h2>${t(`group.${group}`)}</h2>
			${rows.map((page) => html`<${MenuLink} key=${page.name}
				page=${page} here=${here} close=${close} />`)}
		</div>`;
	});
}

/* A code opens its order; anything else is looked for in the log. */
export function find(text) {
	const words = text.trim();

	if (ORDER_CODE.test(words))
		go('orders', words.replace('#', '').toUpperCase());
	else if (words !== '')
		go('log', '', /^\+?[0-9 ()-]{5,}$/.test(words)
			? { phone: words.replace(/[ ()-]/g, '') } : { words });
}

function Search() {
	return html`<form class="search" role="search"
		aria-label=${t('search.label')} onSubmit=${(event) => {
		event.preventDefault();
		find(event.target.elements.q.value);
		event.target.reset();
	}}>
		<label><span class="unseen">${t('search.label')}</span>
			<input type="search" name="q" id="search" maxlength="200"
				placeholder=${t('search.hint')} autocomplete="off"
				aria-keyshortcuts="/" /></label>
	</form>`;
}

function Live() {
	const state = useLiveState();

	return html`<span class=${`live ${state}`} title=${t(`live.${state}`)}>
		<span class="unseen">${t(`live.${state}`)}</span></span>`;
}

/* Nothing answers: the page stays, and says from when it is. */
function Gone() {
	const state = useLiveState();
	const was = useRef(state);

	useEffect(() => {
		if (was.current === 'gone' && ['live', 'poll'].includes(state))
			toast(t('frame.back'));
		was.current = state;
	}, [state]);
	return html`<div class="away noprint" role="alert">
		${state === 'gone' && html`<p>${t('frame.gone',
			{ time: clock(heardAt()) })}</p>
			<button type="button" class="button tiny" onClick=${again}>
				${t('frame.now')}</button>`}
	</div>`;
}

function shortcuts(me) {
	const rows = PAGES.filter((page) => page.key && mayOpen(page, me));

	return [['/', t('keys.search')], ['?', t('keys.help')],
		['↑ ↓', t('keys.rows')],
		...rows.map((page) => [`g ${page.key}`, t(`page.${page.name}`)])];
}

function KeysHelp({ open, close }) {
	const me = useMe();

	return html`<${Dialog} title=${t('keys.title')} open=${open}
		close=${close}>
		<dl class="keys">${shortcuts(me).map(([keys, what]) => html`
			<div key=${keys}><dt>${keys.split(' ').map((key) =>
				html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd></div>`)}
		</dl>
	</${Dialog}>`;
}

function useKeys(me, help) {
	useEffect(() => {
		const table = {
			'?': help,
			'/': () => document.getElementById('search').focus(),
		};

		for (const page of PAGES)
			if (page.key && mayOpen(page, me))
				table[`g ${page.key}`] = () => go(page.name);
		return bind(table);
	}, [me.name, me.role]);
}

function BottomBar({ here, more }) {
	const me = useMe();
	const daily = PAGES.filter((page) => page.group === 'day' &&
		mayOpen(page, me)).slice(0, 4);

	return html`<nav class="bottom noprint" aria-label=${t('frame.daily')}>
		${daily.map((page) => html`<${MenuLink} key=${page.name}
			page=${page} here=${here} />`)}
		<button type="button" class="plain"
			aria-haspopup="dialog" onClick=${more}>
			${t('frame.more')}</button>
	</nav>`;
}

export function Frame({ here, children }) {
	const me = useMe();
	const [help, setHelp] = useState(false);
	const [menu, setMenu] = useState(false);

	useKeys(me, () => setHelp(true));
	useEffect(() => keepFocus(document.getElementById('app')), []);
	return html`
		<a class="skip" href="#main" onClick=${(event) => {
			event.preventDefault();
			(document.querySelector('#main h1') ??
				document.getElementById('main')).focus();
		}}>${t('frame.skip')}</a>
		<header class="top noprint">
			<a class="brand" href=${link('overview')} title=${me.market}>
				<span class="brand-mark" aria-hidden="true" />
				<bdi>${me.market || 'furrow'}</bdi></a>
			<${Search} />
			<${Live} />
			<a class="who" href=${link('me')}
				title=${t(`role.${me.role}`)}><bdi>${me.name}</bdi></a>
		</header>
		<${Gone} />
		<div class="frame">
			<nav class="side noprint" aria-label=${t('frame.menu')}>
				<${Menu} here=${here} /></nav>
			<main id="main" tabindex="-1">${children}</main>
		</div>
		<${BottomBar} here=${here} more=${() => setMenu(true)} />
		<${Dialog} title=${t('frame.menu')} open=${menu}
			close=${() => setMenu(false)}>
			<nav class="menu-all"><${Menu} here=${here}
				close=${() => setMenu(false)} /></nav>
		</${Dialog}>
		<${KeysHelp} open=${help} close=${() => setHelp(false)} />
		<${Toasts} />`;
}

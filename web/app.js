/* app - begins: language, who am I, and then the page that the address names.
 *
 * Everything else is fetched when it is first needed: signing in does not wait
 * for charts.  A page's file that cannot be fetched (the line broke, furrowd
 * was updated) is said so, with a button to try again. */
import { html, render, useEffect, useState } from './lib/view.js';
import { answers, api } from './lib/api.js';
import { ownDrafts } from './lib/draft.js';
import * as live from './lib/live.js';
import { Me, load, take } from './lib/me.js';
import { mayOpen, pageOf } from './lib/pages.js';
import { go, read, useRoute } from './lib/route.js';
import { languageNow, languageWanted, setLanguage, t, word }
	from './lib/text.js';
import { Empty, Loading, Trouble } from './part/state.js';

function theme() {
	const kept = localStorage.getItem('furrow.theme');

	if (kept === 'light' || kept === 'dark')
		document.documentElement.dataset.theme = kept;
}

const FILE_GONE = { status: 410, get text() {
	return t('problem.updated');
} };

async function reloadIfThere() {
	if (await answers())
		window.location.reload();
}

/* The file of a page, once: {Page} or {problem}.  A file that furrowd does not
 * have though it answers: another console was installed since this one was
 * loaded.  Browsers remember that a file did not come, so only to load all anew
 * asks for it again; that waits for furrowd, else there would be no page at
 * all. */
function usePage(row) {
	const [state, setState] = useState({});

	useEffect(() => {
		let gone = false;

		setState({});
		if (row)
			row.load().then(
				(file) => gone || setState({ row,
					Page: file.default }),
				async () => {
					const there = await answers();

					if (!gone)
						setState({ row, problem: there
							? FILE_GONE : { status: 0 } });
				});
		return () => {
			gone = true;
		};
	}, [row]);
	return { ...(state.row === row ? state : {}), again: reloadIfThere };
}

/* After a change of page the keyboard is at its title, and at its top. */
function useFocus(key, ready) {
	useEffect(() => {
		if (!ready)
			return;
		const title = document.querySelector('#main h1');

		document.title = title ? `${title.textContent} – furrow`
			: 'furrow';
		window.scrollTo(0, 0);
		title?.focus({ preventScroll: true });
	}, [key, ready]);
}

function Body({ route, me }) {
	const row = pageOf(route.name);
	const may = row !== undefined && mayOpen(row, me);
	const { Page, problem, again } = usePage(may ? row : null);

	/* Until an admin has a second factor nothing else is answered. */
	useEffect(() => {
		if (me.need === 'totp' && route.name !== 'me')
			go('me');
	}, [me.need, route.name]);

	useFocus(`${route.name}/${route.id}`, Page !== undefined);
	if (row === undefined)
		return html`<${Empty} title=${t('page.unknown')}
			hint=${t('page.unknown_hint')} />`;
	if (!may)
		return html`<${Empty} title=${t('problem.role')}
			hint=${t('problem.who', { role: word('role', row.role),
				name: me.name, mine: word('role', me.role) })} />`;
	if (problem)
		return html`<${Trouble} problem=${problem} again=${again} />`;
	if (Page === undefined)
		return html`<${Loading} />`;
	return html`<${Page} key=${route.name} id=${route.id}
		query=${route.query} />`;
}

/* Loaded like a page: who signs in does not wait for menus. */
const FRAME = { load: () => import('./part/frame.js')
	.then((file) => ({ default: file.Frame })) };

/* What is needed behind the door is fetched while the name is typed. */
function fetchAhead() {
	for (const load of [FRAME.load, pageOf(read().name)?.load])
		load?.().catch(() => {}); /* whoever shows it tries again */
}

const DOOR = { load: () => import('./page/sign_in.js') };

function SignIn({ entered, over }) {
	const { Page, problem, again } = usePage(DOOR);

	useEffect(() => {
		if (Page !== undefined)
			fetchAhead();
	}, [Page]);
	if (problem)
		return html`<${Trouble} problem=${problem} again=${again} />`;
	return Page === undefined ? html`<${Loading} />`
		: html`<${Page} entered=${entered} over=${over} />`;
}

function Inside({ route, me }) {
	const { Page: Frame, problem, again } = usePage(FRAME);

	if (problem)
		return html`<${Trouble} problem=${problem} again=${again} />`;
	if (Frame === undefined)
		return html`<${Loading} />`;
	return html`<${Frame} here=${route.name}>
		<${Body} route=${route} me=${me} />
	</${Frame}>`;
}

/* A user's own language goes before what this browser asks for. */
async function speak(me) {
	if (!me || !me.language || me.language === languageNow())
		return;
	await setLanguage(me.language).catch(() => {});
	localStorage.setItem('furrow.language', languageNow());
}

function App({ first }) {
	const [me, setMe] = useState(first);
	const [over, setOver] = useState(false); /* a session that ended */
	const [, setTongue] = useState(languageNow());
	const route = useRoute();
	const change = async (answer) => {
		const next = answer === null ? null : take(answer);

		ownDrafts(next && next.name);
		await speak(next);
		setTongue(languageNow());
		setOver(false);
		setMe(next);
	};

	useEffect(() => {
		api.onOther = () => window.location.reload();
		api.onSignedOut = () => {
			if (me === null)
				return; /* a wrong password */
			setOver(true);
			setMe(null);
		};
		if (me !== null) {
			localStorage.setItem('furrow.in', '1');
			live.start();
		} else {
			localStorage.removeItem('furrow.in');
			live.stop();
		}
	}, [me !== null]);
	if (me === null)
		return html`<${SignIn} entered=${change} over=${over} />`;
	return html`<${Me.Provider} value=${{ ...me, change }}>
		<${Inside} route=${route} me=${me} />
	</${Me.Provider}>`;
}

/* Fetches what will most likely be shown while furrowd is asked who this is:
 * a round trip less, which is a second on a 2G line. */
function warm() {
	if (localStorage.getItem('furrow.in') === null)
		import('./page/sign_in.js').catch(() => {});
	else
		fetchAhead();
}

async function begin() {
	const room = document.getElementById('app');
	const asked = load();

	theme();
	warm();
	asked.catch(() => {}); /* looked at below */
	await setLanguage(languageWanted());
	try {
		const me = await asked;

		ownDrafts(me && me.name);
		await speak(me);
		room.textContent = '';
		render(html`<${App} first=${me} />`, room);
	} catch (problem) {
		room.textContent = '';
		render(html`<${Trouble} problem=${problem}
			again=${reloadIfThere} />`, room);
	}
}

begin();

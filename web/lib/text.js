/* text - the console's words in the reader's language.
 *
 * t('orders.title') looks in words/LANGUAGE.js; {names} in it are replaced:
 * t('orders.of', {code: 'K7F'}).  With n among them, 'key.one' is taken where
 * the language says "one" (Intl.PluralRules) and has such a key.
 * A key that no file has shows as itself: the test finds it, the reader still
 * guesses it.
 *
 * Languages: those of LANGUAGES.  Direction: from the language; ?dir=rtl in
 * the address turns the page round for trying it out. */

export const LANGUAGES = { en: 'English', zh: '中文', fr: 'Français',
	sw: 'Kiswahili' };
const RTL = ['ar', 'fa', 'he', 'ps', 'ug', 'ur'];

let words = {};
let language = 'en';
let plural = new Intl.PluralRules('en');

export const languageNow = () => language;

/* For dates and numbers.  Plain "en" has them as in America, month first. */
export const localeNow = () => (language === 'en' ? 'en-GB' : language);

/* What the reader chose here, else their browser's, else English. */
export function languageWanted() {
	const kept = localStorage.getItem('furrow.language');
	const asked = [kept, ...(navigator.languages || [])];

	for (const tag of asked)
		if (tag && LANGUAGES[tag.slice(0, 2)])
			return tag.slice(0, 2);
	return 'en';
}

export async function setLanguage(tag) {
	const chosen = LANGUAGES[tag] ? tag : 'en';
	const file = await import(`../words/${chosen}.js`);
	const asked = new URLSearchParams(window.location.search).get('dir');

	words = file.default;
	language = chosen;
	plural = new Intl.PluralRules(chosen);
	document.documentElement.lang = chosen;
	document.documentElement.dir = asked === 'rtl' || RTL.includes(chosen)
		? 'rtl' : 'ltr';
}

function template(key, values) {
	if (values.n !== undefined) {
		const one = words[`${key}.${plural.select(Number(values.n))}`];

		if (one !== undefined)
			return one;
	}
	return words[key] ?? key;
}

/* Where text runs the other way, what is put into a sentence must not be torn
 * apart ("#K7F" into "K7F#"): isolated by the two characters that Unicode has
 * for it. */
export const apart = (value) => (document.documentElement.dir === 'rtl'
	? `\u2068${value}\u2069` : value);

export function t(key, values = {}) {
	return template(key, values).replace(/\{(\w+)\}/g,
		(all, name) => (values[name] === undefined ? all
			: apart(String(values[name]))));
}

/* For words that come from furrowd (states, roles): ours, else theirs. */
export function word(prefix, value) {
	return words[`${prefix}.${value}`] ?? String(value ?? '');
}

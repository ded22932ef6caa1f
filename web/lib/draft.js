/* draft - what somebody is writing, kept while this window is open: to look at
 * another page, or a session that ends in the middle of a sentence, loses
 * nothing.
 *
 * Only in memory, never in the browser's own store, and only for who wrote it:
 * signing out, or another user, ends all of it (ownDrafts).
 *
 * keepDraft(key, what) keeps a text or an object, '' takes it out; draftOf(key) ->
 * it, else ''.
 * useDraft('reply/12') -> [text, setText]; '' takes it out.  At most MOST are
 * kept, the latest. */
import { useState } from './view.js';

const MOST = 20;

const kept = new Map();
let owner = null;

export function ownDrafts(name) {
	if (name !== owner)
		kept.clear();
	owner = name;
}

export function keepDraft(key, text) {
	kept.delete(key);
	if (text !== '')
		kept.set(key, text);
	if (kept.size > MOST)
		kept.delete(kept.keys().next().value);
}

export const draftOf = (key) => kept.get(key) ?? '';

export function useDraft(key) {
	const [text, setText] = useState(draftOf(key));

	return [text, (next) => {
		keepDraft(key, next);
		setText(next);
	}];
}

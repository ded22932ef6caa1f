/* view - the one door to the view library: preact, with htm for templates.
 *
 * Everything that a page shows goes through html`…`: a value in it becomes a
 * text node or an attribute, never markup, so a farmer's name may be anything.
 * There is no way past it here: nothing in this console sets innerHTML. */
import { h } from '../vendor/preact.js';
import htm from '../vendor/htm.js';

export const html = htm.bind(h);
export { render, createContext } from '../vendor/preact.js';
export {
	useState, useEffect, useLayoutEffect, useMemo, useRef, useCallback,
	useContext,
} from '../vendor/hooks.js';

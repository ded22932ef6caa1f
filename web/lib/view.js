/* view - the one door to the view library (preact with htm, in one file).
 *
 * Everything that a page shows goes through html`…`: a value in it becomes a
 * text node or an attribute, never markup, so a farmer's name may be anything.
 * There is no way past it here: nothing in this console sets innerHTML. */
export {
	html, render, createContext, useState, useEffect, useLayoutEffect,
	useMemo, useRef, useCallback, useContext,
} from '../vendor/view.js';

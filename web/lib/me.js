/* me - who is signed in, and what they may; what GET /api/v1/me says.
 *
 * {name, role, csrf, language, totp, demo, market, currency, time_zone}
 * Roles are a ladder (viewer < operator < admin): can('operator').  This only
 * decides what is shown; furrowd decides what happens. */
import { createContext, useContext } from './view.js';
import { api, get } from './api.js';
import { setZone } from './time.js';

const LADDER = ['viewer', 'operator', 'admin'];

export const Me = createContext(null);

export const can = (me, role) =>
	LADDER.indexOf(me.role) >= LADDER.indexOf(role);

export function useMe() {
	const me = useContext(Me);

	return { ...me, can: (role) => can(me, role) };
}

/* Takes over an answer of me, login or setup. */
export function take(answer) {
	api.csrf = answer.csrf || '';
	api.name = answer.name;
	setZone(answer.time_zone);
	return answer;
}

/* null: nobody is signed in. */
export async function load() {
	try {
		return take(await get('me'));
	} catch (error) {
		if (error.status === 401)
			return null;
		throw error;
	}
}

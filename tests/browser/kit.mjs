// kit - what the stories share: one browser, people who sign in, and the
// command line beside it.
import { chromium } from 'playwright-core'
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import assert from 'node:assert/strict'

export { assert }
export const url = process.env.FURROW_URL
export const password = 'maize and beans at dawn'

const stories = []
/** A story: what it says is its name; `run` gets a fresh visitor. */
export const story = (name, run) => stories.push({ name, run })
/** One that takes long: told where BROWSER_LONG is set, or by its name. */
export const longStory = (name, run) => stories.push({ name, run, long: true })

let browser
/** A new visitor: own cookies, own window.  What the page complains of is kept
 *  in `page.complaints`; a story fails if there is any that it did not take
 *  out. */
export async function visit(options = {}) {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 }, ...options })
	const page = await context.newPage()
	page.setDefaultTimeout(20000)
	page.complaints = []
	page.on('pageerror', (error) => page.complaints.push(String(error)))
	page.on('console', (message) => {
		// A refusal that the story provokes is told by the browser, too, and
		// that modems are not there yet (text() below).
		if (message.type() === 'error' &&
			!/status of (4\d\d|503)/.test(message.text()))
			page.complaints.push(message.text())
	})
	page.on('dialog', (dialog) => {
		page.complaints.push('a dialog of the browser: ' + dialog.message())
		dialog.dismiss()
	})
	return page
}

/** The command line: its words, and what it printed. */
export const furrow = (...words) => execFileSync(process.env.FURROW_CLI,
	['-c', process.env.FURROW_DIR + '/furrow.conf', ...words],
	{ encoding: 'utf8' })
export const rows = (...words) => furrow(...words, '--json').trim()
	.split('\n').filter(Boolean).map((line) => JSON.parse(line))

/** A user of that role, made once. */
const made = new Set()
export function user(role) {
	const name = 'the-' + role
	if (!made.has(role))
		execFileSync(process.env.FURROW_CLI, ['-c',
			process.env.FURROW_DIR + '/furrow.conf', 'user', 'add', name,
			'--role', role], { input: password + '\n' })
	made.add(role)
	return name
}

export async function signIn(page, name, at = url) {
	await page.goto(at)
	await page.fill('input[name=name]', name)
	await page.fill('input[type=password]', password)
	await page.keyboard.press('Enter')
	await page.waitForSelector('header.top')
}

/** A page of the console by its address behind the #. */
export async function open(page, address, at = url) {
	await page.goto(at + '#/' + address)
	await page.waitForSelector('h1')
}

/** Until `look` gives something true, twenty seconds at most; `what`: words, or
 *  a function that gives them then. */
export async function until(look, what) {
	for (let i = 0; i < 200; i++) {
		const got = await look()
		if (got)
			return got
		await new Promise((done) => setTimeout(done, 100))
	}
	assert.fail('never: ' + (typeof what === 'function' ? what() : what))
}

const freePort = () => new Promise((done) => {
	const server = createServer().listen(0, '127.0.0.1', () => {
		const { port } = server.address()
		server.close(() => done(port))
	})
})

/** A furrowd of the story's own, with an empty store: to be stopped and started
 *  as the story wants.  {url, dir, start, stop, furrow, code}; `more` goes into
 *  its furrow.conf. */
export async function ownFurrowd(name, more = '') {
	const dir = `${process.env.FURROW_DIR}/${name}`
	const conf = dir + '/furrow.conf'
	const port = await freePort()
	const own = { dir, url: `http://127.0.0.1:${port}/` }
	let daemon = null
	mkdirSync(dir)
	writeFileSync(conf, `market { name = "Busia"  country = "254"
		currency = "KES"  language = "en"  timezone = "Africa/Nairobi"
		catalogue = "${process.env.FURROW_DIR}/catalogue.json" }
		store { path = "furrow.db" }
		modem a { device = "a"  number = "+254700000009" }
		admin { socket = "furrow.sock"  listen = "127.0.0.1:${port}"
			web = "${process.env.FURROW_WEB}" }
		${more}`)
	own.furrow = (words, input = '') => execFileSync(
		process.env.FURROW_CLI, ['-c', conf, ...words],
		{ input, encoding: 'utf8' })
	own.log = () => readFileSync(dir + '/log', 'utf8')
	own.start = async () => {
		const log = openSync(dir + '/log', 'a')
		daemon = spawn(process.env.FURROW_DAEMON, ['-f', '-c', conf],
			{ stdio: ['ignore', log, log] })
		await until(() => fetch(own.url + 'healthz').then(() => true,
			() => false), 'furrowd: ' + own.log())
	}
	own.stop = async () => {
		const ended = daemon && new Promise((done) =>
			daemon.on('exit', done))
		daemon?.kill()
		await ended
		daemon = null
	}
	own.code = () => own.log().match(/give the code ([A-Z0-9-]+)/)[1]
	own.user = (user, role) => own.furrow(['user', 'add', user, '--role',
		role], password + '\n')
	await own.start()
	return own
}

/** The API as a page's own script would ask it. */
export const ask = (page, method, path, body, headers = {}) => page.evaluate(
	async ([method, path, body, headers]) => {
		const answer = await fetch(path, { method, headers: {
			...(body ? { 'Content-Type': 'application/json' } : {}),
			...headers }, body: body && JSON.stringify(body) })
		const text = await answer.text()
		let json = null
		try { json = JSON.parse(text) } catch { /* no JSON */ }
		return { status: answer.status, json, text }
	}, [method, path, body, headers])

/** A change by the API, with the token that the console would send. */
export async function change(page, path, body = {}) {
	const me = await ask(page, 'GET', '/api/v1/me')
	return ask(page, 'POST', path, body, { 'X-CSRF-Token': me.json.csrf })
}

/** Texts as one of the simulated phones. */
export async function text(page, phone, words) {
	// Just after the start the modems are not there yet: 503.
	let answer
	await until(async () => {
		answer = await change(page, '/api/v1/phones/' + phone,
			{ text: words })
		return answer.status < 300
	}, () => `a text of ${phone}: ${answer.text}`)
}

/** The pages of the console; those of the last row are for admins. */
export const viewerPages = ['overview', 'orders', 'conversations', 'log',
	'phones', 'people', 'offers', 'sales', 'reports', 'day', 'links', 'queue',
	'me']
export const adminPages = ['users', 'users/tokens', 'audit', 'backups',
	'webhooks', 'privacy']

/** Each of these pages, and one of each kind that they lead to; `see` looks. */
export async function walk(page, names, see) {
	const inner = []
	for (const name of names) {
		await open(page, name)
		await settled(page)
		await see(name)
		const first = page.locator('#main a.row-link, #main .conversations a')
		if (await first.count())
			inner.push((await first.first().getAttribute('href')).slice(2))
	}
	for (const address of inner) {
		await open(page, address)
		await settled(page)
		await see(address)
	}
}

/** Nothing is loading any more (the events never end, so "idle" never is). */
export const settled = (page) => page.waitForFunction(() =>
	document.querySelector('#main h1') !== null &&
	document.querySelector('#main .loading, #main .bones, ' +
		'#main [aria-busy=true]') === null)

export async function tellAll() {
	const wanted = (process.env.BROWSER_STORIES || '').split(' ').filter(Boolean)
	let passed = 0
	const failed = []
	browser = await chromium.launch({ executablePath: process.env.CHROMIUM,
		args: ['--no-sandbox', '--disable-dev-shm-usage'] })
	for (const { name, run, long } of stories) {
		if (wanted.length ? !wanted.some((word) => name.includes(word)) :
			long && !process.env.BROWSER_LONG)
			continue
		const page = await visit(), from = performance.now()
		const took = () => ` (${((performance.now() - from) / 1000).toFixed(1)} s)`
		try {
			await run(page)
			assert.deepEqual(page.complaints, [])
			passed++
			console.log('[       OK ] ' + name + took())
		} catch (error) {
			failed.push(name)
			console.log('[  FAILED  ] ' + name + took() + '\n' +
				error.stack)
			console.log('at ' + page.url() + '\n' + (await page.innerText(
				'body').catch(() => '')).slice(0, 1500))
		}
		await page.context().close()
	}
	if (process.env.BROWSER_SHOTS)
		await (await import('./shots.mjs')).takeShots()
	await browser.close()
	console.log('[  PASSED  ] ' + passed + ' test(s).')
	if (failed.length)
		console.log('[  FAILED  ] ' + failed.length + ' test(s).')
	return failed.length === 0 && passed > 0
}

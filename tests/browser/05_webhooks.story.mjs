// Another program is told what happens: it takes it, it fails, it wants no
// more, and an admin sets it going again.
import { createServer } from 'node:http'
import { story, assert, signIn, open, user, visit, until, rows, text, ask,
	change, url } from './kit.mjs'

let status = 204
const told = []
const receiver = createServer((request, answer) => {
	let body = ''
	request.on('data', (piece) => { body += piece })
	request.on('end', () => {
		told.push({ status, event: JSON.parse(body) })
		answer.writeHead(status).end()
	})
})
receiver.listen(Number(process.env.FURROW_HOOK), '127.0.0.1')

const hook = () => rows('webhook', 'list')[0]
const state = (want) => until(() => hook().state === want, want)

story('an admin sees who is told what happens, and sets it going',
	async (page) => {
		await signIn(page, user('admin'))
		await page.keyboard.press('g')
		await page.keyboard.press('w')
		const card = page.locator('#main section.card', { hasText: 'shop' })
		await card.locator('.badge.done').waitFor()
		await card.locator('button:has-text("Send a test")').click()
		await page.waitForSelector('text=It was taken (204).')
		assert.equal(told.at(-1).event.type, 'test')
		// It breaks: the page says so by itself, and why.
		status = 500
		await text(page, '+254711000001', 'hello')
		await state('failing')
		await card.locator('text=it answered 500').waitFor()
		await card.locator('.badge.bad').waitFor()
		const waiting = told.at(-1).event.id
		// A trial is told beside it, and refused just so.
		await card.locator('button:has-text("Send a test")').click()
		await card.locator('[role=alert] >> text=it answered 500').waitFor()
		// Mended: the same event, by the keyboard alone.
		status = 204
		await card.locator('button:has-text("Try now")').focus()
		await page.keyboard.press('Enter')
		await page.waitForSelector('dialog[open]')
		await page.locator('dialog[open] button[type=submit]').focus()
		await page.keyboard.press('Enter')
		await state('working')
		await card.locator('.badge.done').waitFor()
		assert.ok(told.some((one) => one.status === 204 &&
			one.event.id === waiting))
	})

story('an event that is skipped is asked about first, and counted',
	async (page) => {
		const before = hook().dropped
		status = 410
		await signIn(page, user('admin'))
		await text(page, '+254711000001', 'hello again')
		await state('off')
		const lost = told.at(-1).event.id
		await open(page, 'webhooks')
		const skip = page.locator('button:has-text("Skip one event")')
		await skip.click()
		await page.waitForSelector('dialog[open] >> text=never be told')
		await page.keyboard.press('Escape')
		await page.waitForSelector('dialog[open]', { state: 'detached' })
		assert.equal(hook().state, 'off')
		status = 204
		await skip.click()
		await page.click('dialog[open] button.danger')
		await state('working')
		assert.equal(hook().dropped, before + 1)
		assert.ok(!told.some((one) => one.status === 204 &&
			one.event.id === lost))
		assert.ok(rows('audit', 'list').some((row) =>
			row.action === 'webhook.skip'))
	})

story('who is no admin meets no webhooks', async (page) => {
	for (const role of ['viewer', 'operator']) {
		const other = await visit()
		await signIn(other, user(role))
		assert.equal(await other.locator('nav a[href="#/webhooks"]').count(),
			0)
		await other.goto(url + '#/webhooks')
		await other.waitForSelector('#main >> text=admin')
		assert.equal(await other.locator('#main section.card').count(), 0)
		assert.equal((await ask(other, 'GET', '/api/v1/webhooks')).status,
			403)
		assert.equal((await change(other, '/api/v1/webhooks/shop/skip'))
			.status, 403)
		await other.context().close()
	}
	assert.deepEqual(page.complaints, [])
})

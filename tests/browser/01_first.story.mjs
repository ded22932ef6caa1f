// The first visit: no user yet, a one-time code, then signing in and out.
import { story, assert, url, password, signIn, open, ask, visit } from './kit.mjs'

story('the first user is made by the one-time code', async (page) => {
	await page.goto(url)
	await page.click('text=First run?')
	await page.waitForSelector('input[name=code]')
	await page.fill('input[name=code]', 'AAAA-AAAA')
	await page.fill('input[name=name]', 'grace')
	await page.fill('input[type=password]', password)
	await page.keyboard.press('Enter')
	await page.waitForSelector('[role=alert]')
	await page.fill('input[name=code]', process.env.FURROW_CODE)
	await page.keyboard.press('Enter')
	await page.waitForSelector('nav')
	assert.equal((await ask(page, 'GET', '/api/v1/me')).json.role, 'admin')
})

story('the code is good for once', async (page) => {
	await page.goto(url)
	const again = await ask(page, 'POST', '/api/v1/setup', {
		code: process.env.FURROW_CODE, name: 'eve', password })
	assert.ok(again.status >= 400, 'status ' + again.status)
})

story('who signs out is out, in every window', async (page) => {
	await signIn(page, 'grace')
	const cookies = await page.context().cookies()
	await open(page, 'me')
	await page.click('text=Sign out')
	await page.waitForSelector('input[type=password]')
	// The cookie that was copied before is worth nothing any more.
	const thief = await visit()
	await thief.context().addCookies(cookies)
	await thief.goto(url)
	assert.equal((await ask(thief, 'GET', '/api/v1/me')).status, 401)
	await thief.context().close()
})

story('a wrong password is told kindly, and as nobody would', async (page) => {
	await page.goto(url)
	await page.fill('input[name=name]', 'grace')
	await page.fill('input[type=password]', 'something else entirely')
	await page.keyboard.press('Enter')
	const known = await page.innerText('[role=alert]')
	await page.fill('input[name=name]', 'nobody-of-that-name')
	await page.fill('input[type=password]', 'something else entirely')
	await page.keyboard.press('Enter')
	await page.waitForTimeout(500)
	assert.equal(await page.innerText('[role=alert]'), known)
})

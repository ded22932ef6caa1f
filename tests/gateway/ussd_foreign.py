#!/usr/bin/env python3
"""ussd_foreign.py BUILD [REPEATS [STORY...]] - furrowd under other people's
gateways: eight dialects of HTTP, each spoken by ussd_client, and four kinds of SMPP
centres, by ussd_centre.

Every turn of an order is sent REPEATS (500) times at once, by as many
connections: one order comes of it (0: a few times, and each story by one
dialect only, for who has no more than seconds).  Then what gateways do on bad days: two
starts, a phone that goes away, strings dialled by heart, another phone in
somebody's session, a furrowd that is killed among a hundred dialogues; and all
bad input of the field, by name.  Prints a line a story; exit 1 when one of them
failed.  Runs in a folder of its own below the present one.
"""
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from ussd_bad import BAD_ROWS
from ussd_centre import USSR, Centre, Dialogue
from ussd_client import DIALECTS, Call, Line, Refused, Wrong
from ussd_rig import (CODE, OTHER_SELLER, PROFILES, SECRET, SELLER, Failed,
                      Rig)

TURNS = 14
SETTLED = ("confirm", "yes", "order now", "send")


class World:
    """One furrowd; every call by a phone that nobody else has."""

    def __init__(self, rig, repeats, centres):
        self.quick = repeats == 0
        self.rig, self.repeats, self.phones = rig, repeats or 20, 0
        self.centres = centres
        self.line = Line("127.0.0.1", rig.port)

    def number(self):
        self.phones += 1
        return f"25471{self.phones:07d}"

    def dialogue(self, profile, number=None, **more):
        return Dialogue(self.centres[profile], profile,
                        number or self.number(), CODE, **more)

    def call(self, dialect, number=None, name=None, code=CODE):
        number = number or self.number()
        path = self.rig.path(dialect)
        return Call(dialect, self.line, number, code,
                    name or f"{dialect[:4]}-{number}-{time.monotonic_ns()}",
                    path, path + "/event" if dialect == "africastalking" else
                    None)


def must(true, why):
    if not true:
        raise Failed(why)


# ---- a buyer, who reads ----

def confirm_key(screen):
    return screen.key(r"^(confirm|yes|order now|send)\b") \
        if screen.go_on else None


def decide(screen, goods="maize", amount="3"):
    """What a buyer does at a screen, by its words."""
    for words in (r"^english", r"^(confirm|yes|order now|send)\b",
                  r"^(buy|order)\b", rf"\b{goods}", r"\bkg\b|kilo",
                  r"\bskip|any place|anywhere|no matter"):
        key = screen.key(words)
        if key:
            return key
    if screen.says(r"how (much|many)|quantity|number of"):
        return amount
    if screen.says(r"where|place|village|market day"):
        return "Ugunja"
    key = screen.key(r"^(more|next)")
    if key:
        return key
    raise Failed(f"what now? {screen.text!r}")


def walk(call, until=lambda screen: False, each=None):
    """On from the present screen to its END; `each` is told of every turn
    before the next, with the screen that was seen."""
    for _ in range(TURNS):
        if each:
            each(call)
        if not call.screen.go_on or until(call.screen):
            return call.screen
        call.answer(decide(call.screen))
    raise Failed(f"no end after {TURNS} turns: {call.screen.text!r}")


def to_confirm(call):
    return walk(call, lambda screen: confirm_key(screen) is not None)


def order_code(screen):
    found = re.search(r"#([A-Z0-9]{3,6})", screen.text)
    must(found and not screen.go_on, f"no order in {screen.text!r}")
    return found.group(1)


def one_order(world, call, code=None):
    orders = world.rig.orders(call.number)
    must(len(orders) == 1, f"{len(orders)} orders of {call.number}: {orders}")
    must(code in (None, orders[0]["code"]), f"{code} is not {orders}")
    return orders[0]


# ---- stories of every dialect ----

def an_order(world, dialect):
    """Dial, choose, confirm: the screen, the ledger and the text agree."""
    call = world.call(dialect)
    call.dial()
    code = order_code(walk(call))
    order = one_order(world, call, code)
    must(order["product"] == "maize" and order["quantity"] == 3, order)
    texts = world.rig.texts(call.number)
    must(any(t["direction"] == "out" and code in t["text"] for t in texts),
         f"no text with {code}: {texts}")
    shown = json.loads(world.rig.run("order", "show", code, "--json"))
    must(shown["lines"] and shown["history"], shown)
    again = world.call(dialect, number=call.number)
    again.dial()
    again.choose("my orders")
    must(code in again.screen.text, f"my orders: {again.screen.text!r}")


def repeats(world, dialect):
    """Every turn many times at once; and one by one after it."""
    call = world.call(dialect)
    keyed = call.dialect.keyed

    def many(call):
        answers = world.line.many([call.last] * world.repeats)
        bad = [a for a in answers if a.status != 200]
        must(not bad, f"{len(bad)} were {bad[:1] and bad[0].status}")
        seen = {a.body for a in answers}
        first = call.dialect.read(call, answers[0])
        if keyed:
            must(len(seen) == 1, f"{len(seen)} answers to one turn: {seen}")
            must(first.text == call.screen.text,
                 f"{first.text!r} after {call.screen.text!r}")
            must(call.again().text == first.text, "another answer later")

    call.dial()
    if keyed:
        code = order_code(walk(call, each=many))
        one_order(world, call, code)
        return None
    # Where nothing tells a repeat from the same answer again, those that come
    # with the first are joined to it, as long as this machine sends them
    # together; and one order comes of it in any case.
    many(call)
    apart = 0
    while call.screen.go_on:
        call.next("answer", decide(call.screen))
        answers = world.line.many([call.last] * world.repeats)
        must({a.status for a in answers} == {200}, "not all were answered")
        apart += len({a.body for a in answers}) > 1
        # What most of them say; the last one, where all turns are done.
        bodies = [a.body for a in answers]
        call.take(max(answers, key=lambda a: bodies.count(a.body)))
    if apart and "#" not in call.screen.text:
        must(not world.rig.orders(call.number), "an order that was not shown")
    else:
        one_order(world, call, order_code(call.screen))
    return f"{apart} turns fell apart" if apart else None


def raced(world, dialect):
    """Each turn is only ever sent many times at once."""
    call = world.call(dialect)
    if not call.dialect.keyed:
        return "skipped: no key"
    call.next("dial")
    for _ in range(TURNS):
        answers = world.line.many([call.last] * min(world.repeats, 50))
        must(len({(a.status, a.body) for a in answers}) == 1,
             f"answers differ: { {a.body for a in answers} }")
        if not call.take(answers[0]).go_on:
            break
        call.next("answer", decide(call.screen))
    one_order(world, call, order_code(call.screen))
    return None


def two_starts(world, dialect):
    """The second start of one session is no input."""
    call = world.call(dialect)
    first = call.dial().text
    must(call.again().text == first, "the second start shows another screen")
    one_order(world, call, order_code(walk(call)))


def by_heart(world, dialect):
    """Dialled with the answers behind the code: it stops before the order."""
    reader = world.call(dialect)
    reader.dial()
    if reader.screen.key("english"):
        reader.answer(reader.screen.key("english"))
    keys, asked = [], len(reader.answers)
    to_confirm(reader)
    keys = reader.answers[asked:] + [confirm_key(reader.screen)]
    # Somebody who has a language already dials all of it, and more.
    call = world.call(dialect, number=reader.number)
    call.dial("*".join(keys + ["1", "1"]))
    must(call.screen.go_on and confirm_key(call.screen),
         f"dialled {call.dialled}: {call.screen.text!r}")
    must(not world.rig.orders(call.number), "ordered by dialling alone")
    call.answer(confirm_key(call.screen))
    one_order(world, call, order_code(call.screen))
    # A bad one in the middle: the screen that was reached, with a word on it.
    call = world.call(dialect, number=reader.number)
    call.dial(keys[0] + "*77")
    must(call.screen.go_on and call.screen.says("not an option"),
         f"dialled {call.dialled}: {call.screen.text!r}")


def gone_and_back(world, dialect):
    """A phone that went away may go on where it was, if it wants."""
    call = world.call(dialect)
    call.dial()
    here = to_confirm(call).text
    if call.dialect.hangs_up:
        call.hang_up()
    back = world.call(dialect, number=call.number)
    back.dial()
    must(back.screen.key("continue|go on"), f"back: {back.screen.text!r}")
    back.choose("continue|go on")
    must(back.screen.text == here, f"{back.screen.text!r} is not {here!r}")
    one_order(world, back, order_code(walk(back)))
    # After the END there is nothing to go on with.
    after = world.call(dialect, number=call.number)
    after.dial()
    must(not after.screen.key("continue|go on"),
         f"again: {after.screen.text!r}")


def another_phone(world, dialect):
    """Somebody else's session is nobody's."""
    call = world.call(dialect)
    if not call.dialect.has_id:
        return "skipped: no id"
    call.dial()
    call.answer(decide(call.screen))
    here = call.screen.text
    thief = world.call(dialect, name=call.id)
    thief.turn, thief.answers = call.turn, list(call.answers)
    try:
        thief.answer("1")
    except Refused as refused:
        must(refused.status == 403, str(refused))
    else:
        raise Failed(f"{thief.phone} sees {thief.screen.text!r}")
    must(call.again().text == here or not call.dialect.keyed,
         "the first one's session has changed")
    return None


def over(world, dialect):
    """An answer to a session that nobody knows, or that has ended."""
    call = world.call(dialect)
    call.turn = 1
    call.dialled = ""
    call.answer("1")
    if dialect == "africastalking":
        must(call.screen.go_on, f"not gone through: {call.screen.text!r}")
    elif dialect != "dmark":  # where an unknown id is a start
        must(call.screen.says("ended|over"), f"unknown: {call.screen.text!r}")
    call = world.call(dialect)
    call.dial()
    code = order_code(walk(call))
    call.answer("1")
    one_order(world, call, code)


def bad_options(world, dialect):
    """Said on top of the same screen; the third in a row ends it."""
    call = world.call(dialect)
    call.dial()
    if call.screen.key("english"):
        call.answer(call.screen.key("english"))
    home = call.screen.text
    for words in ("77", "x" * 200):
        call.answer(words)
        must(call.screen.go_on and call.screen.says("not an option") and
             call.screen.text.endswith(home[-20:]),
             f"after {words[:9]}: {call.screen.text!r}")
    call.answer("*#")
    must(not call.screen.go_on, f"after three: {call.screen.text!r}")
    # A good one between them begins anew.
    call = world.call(dialect)
    call.dial()
    for words in ("77", "#", None, "77", "78"):
        call.answer(words or decide(call.screen))
        must(call.screen.go_on, f"after {words}: {call.screen.text!r}")


def there_and_back(world, dialect):
    """0 goes back, 00 home, and 98 only where there is more."""
    call = world.call(dialect)
    call.dial()
    if call.screen.key("english"):
        call.answer(call.screen.key("english"))
    home, buy = call.screen.text, decide(call.screen)
    call.answer(buy)
    second = call.screen.text
    call.answer(decide(call.screen))
    must(call.answer("0").text == second, f"0: {call.screen.text!r}")
    call.answer(decide(call.screen))
    must(call.answer("00").text == home, f"00: {call.screen.text!r}")
    while call.screen.key("more"):
        call.answer("98")
    must(call.answer("98").says("not an option"),
         f"98 without more: {call.screen.text!r}")
    # A key means the same on every page.
    must(call.answer(buy).text == second, f"{buy}: {call.screen.text!r}")
    one_order(world, call, order_code(walk(call)))


def other_code(world, dialect):
    """A code that is not ours is told so on the phone."""
    call = world.call(dialect, code="*999#")
    call.dial()
    must(not call.screen.go_on and call.screen.says("not in use"),
         f"*999#: {call.screen.text!r}")


def too_often(world, dialect):
    """Six dialogues a minute, then a polite end; others are served."""
    if not DIALECTS[dialect].has_id:
        return "skipped: dialled again is the same dialogue"
    number = world.number()
    for n in range(7):
        call = world.call(dialect, number=number)
        call.dial()
        must(call.screen.go_on == (n < 6), f"{n}: {call.screen.text!r}")
    world.call(dialect).dial()
    return None


# ---- stories of every centre by SMPP ----

def by_smpp(world, profile):
    """An order, in each way that a centre may say it."""
    ways = ({}, {"in_text": True}, {"coding": 0}, {"coding": 8},
            {"coding": 72})
    for more in ways[-1:] if world.quick else ways:
        call = world.dialogue(profile, **more)
        call.dial()
        one_order(world, call, order_code(walk(call)))


def smpp_repeats(world, profile):
    """The same deliver_sm again and again, with new sequence numbers, as
    centres do that were not answered in time."""
    call = world.dialogue(profile)
    call.dial()
    to_confirm(call)
    numbers = [call.deliver(USSR, confirm_key(call.screen))]
    numbers += [call.centre.deliver(call.last)
                for _ in range(min(world.repeats, 100))]
    codes = set()
    for number in numbers[:1]:
        codes.add(order_code(call.hear(number)))
    one_order(world, call, codes.pop())
    end = time.monotonic() + 10
    while any(n not in call.centre.acknowledged for n in numbers):
        must(time.monotonic() < end, "not all were acknowledged")
        time.sleep(0.01)
    must({call.centre.acknowledged[n] for n in numbers} == {0}, "refused")
    one_order(world, call)


def smpp_gone(world, profile):
    """Released, or the link lost, and dialled again: it goes on."""
    call = world.dialogue(profile)
    ways = (call.hang_up, call.centre.cut)
    for way in ways[:1] if world.quick else ways:
        call.dial()
        if call.screen.key("start again"):
            call.choose("start again")
        here = to_confirm(call).text
        way()
        back = world.dialogue(profile, number=call.number)
        back.dial()
        must(back.screen.key("continue|go on"), f"{back.screen.text!r}")
        back.choose("continue|go on")
        must(back.screen.text == here, f"{back.screen.text!r}, was {here!r}")
        call = back
    one_order(world, back, order_code(walk(back)))


def smpp_over(world, profile):
    """An answer of nobody's."""
    call = world.dialogue(profile)
    call.answer("1")
    must(call.screen.says("ended"), f"{call.screen.text!r}")


# ---- stories of one dialect or of all together ----

def a_seller(world):
    """Asked by an order, he answers by dialling; the buyer is told."""
    buyer = world.call("africastalking")
    buyer.dial()
    code = order_code(walk(buyer))
    for number in (SELLER, OTHER_SELLER):
        seller = world.call("hubtel", number=number)
        seller.dial()
        if seller.screen.key("answer|asked|to confirm|waiting"):
            break
    seller.choose("answer|asked|to confirm|waiting")
    # Of several he takes the one of this order.
    if seller.screen.key(code):
        seller.choose(code)
    elif not seller.screen.key("^(yes|accept)"):
        seller.answer("1")
    seller.choose("^(yes|accept)")
    if seller.screen.go_on and confirm_key(seller.screen):
        seller.answer(confirm_key(seller.screen))
    must(any(o["state"] not in ("offered", "new", "open")
             for o in world.rig.orders()), world.rig.orders())


def crowd(world, phones=64):
    """Many phones by many connections, each turn of all of them at once."""
    names = sorted(DIALECTS)
    calls = [world.call(names[n % len(names)]) for n in range(phones)]
    asks = [call.next("dial") for call in calls]
    for _ in range(TURNS):
        going = []
        for call, reply in zip(calls, world.line.many(asks)):
            if call.take(reply).go_on:
                going.append(call)
            else:
                order_code(call.screen)
        calls = going
        asks = [call.next("answer", decide(call.screen)) for call in calls]
        if not calls:
            break
    must(not calls, f"{len(calls)} have not ended")


def pipelined(world):
    """Two turns of two phones in one piece of TCP."""
    calls = [world.call("africastalking") for _ in range(2)]
    replies = world.line.pipelined([call.next("dial") for call in calls])
    for call, reply in zip(calls, replies):
        must(call.take(reply).go_on, call.screen.text)


def another_language(world):
    """Chosen once, it is theirs in every dialogue and in texts."""
    for language in ("kiswahili", "portugues"):
        call = world.call("africastalking")
        call.dial()
        if call.screen.key(language) is None:
            call.answer(decide(call.screen))
            call.choose("language")
        call.choose(language)
        home = call.screen.text
        must(not call.screen.key("^buy"), f"{language}: {home!r}")
        for dialect in ("hubtel", "dmark"):
            again = world.call(dialect, number=call.number)
            again.dial()
            must(again.screen.text == home, f"{again.screen.text!r}")


def secrets(world):
    """Whoever does not know it gets nothing, and no log has it."""
    rig = world.rig

    def ask(end="", **headers):
        call = world.call("africastalking")
        call.path = "/ussd/hidden" + end
        call.headers = {name.replace("_", "-"): value
                        for name, value in headers.items()}
        return world.line.send(call.next("dial")).status

    basic = base64.b64encode(f"any:{SECRET}".encode()).decode()
    for good in (ask("/" + SECRET), ask("?secret=" + SECRET),
                 ask("?key=" + SECRET), ask(X_Api_Key=SECRET),
                 ask(Authorization="Bearer " + SECRET),
                 ask(Authorization="Basic " + basic)):
        must(good == 200, f"with it: {good}")
    for bad in (ask(), ask("/" + SECRET[:-1]), ask("/" + SECRET + "x"),
                ask("?secret="), ask(X_Api_Key=SECRET.upper()),
                ask(Authorization="Basic !"), ask("/"),
                ask("/?secret=" + SECRET[1:])):
        must(bad in (401, 403, 404), f"without it: {bad}")
    with open("furrowd.log", encoding="utf-8", errors="replace") as log:
        must(SECRET not in log.read(), "it stands in the log")
    call = world.call("africastalking")
    octets = call.next("dial").octets("h").replace(
        b"\r\n\r\n", b"\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n", 1)
    must(world.line.raw(octets, "127.0.0.1").status == 200, "from here")
    must(world.line.raw(octets, "127.0.0.2").status == 403, "from elsewhere")
    with open("public.conf", "w", encoding="utf-8") as out:
        out.write(f'''store {{ path = "public.db" }}
ussd open {{ dialect = "mtn" listen = "0.0.0.0:{rig.port + 1}"
  codes = {{ "{CODE}" }} }}
''')
    done = subprocess.run([rig.build + "/furrowd", "-t", "-c", "public.conf"],
                          check=False, capture_output=True, text=True)
    must(done.returncode != 0 and "public.conf:" in done.stderr and
         "ussd open" in done.stderr, f"a public one: {done}")


def rules(world):
    """A channel for some countries and networks, and for quick people."""
    def hasty(number=None):
        call = world.call("arkesel", number=number)
        call.path = "/ussd/hasty"
        return call

    for number in ("255711000001", "447700900001"):
        try:
            hasty(number).dial()
        except Refused as refused:
            must(refused.status == 403, str(refused))
        else:
            raise Failed(f"{number} was served")
    if world.quick:
        return
    call = hasty()
    call.dial()
    to_confirm(call)
    time.sleep(1.3)
    call.answer(confirm_key(call.screen))
    must(call.screen.key("continue|go on"), f"late: {call.screen.text!r}")
    call.choose("continue|go on")
    one_order(world, call, order_code(walk(call)))


def joined_answers(world):
    """africastalking: all answers in one text, of a session that is unknown,
    is gone through, and does nothing by that."""
    reader = world.call("africastalking")
    reader.dial()
    to_confirm(reader)
    keys = reader.answers
    call = world.call("africastalking")
    call.answers = list(keys)
    call.turn = len(keys)
    call.answer(confirm_key(reader.screen))
    must(not world.rig.orders(call.number), "a replay has ordered")
    must(call.screen.go_on, f"not gone on: {call.screen.text!r}")
    one_order(world, call, order_code(walk(call)))


def killed(world):
    """furrowd is killed among a hundred dialogues; all go on to one order."""
    names = sorted(DIALECTS)
    dialogues = 16 if world.quick else 100
    calls = [world.call(names[n % len(names)]) for n in range(dialogues)]
    for n, call in enumerate(calls):
        call.dial()
        for _ in range(n % 5):
            if confirm_key(call.screen):
                break
            call.answer(decide(call.screen))
    world.rig.stop(kill=True)
    world.rig.start()
    for call in calls:
        if call.dialect.keyed:
            before = call.screen.text
            must(call.again().text == before,
                 f"{call.screen.text!r} was {before!r}")
    codes = {call.number: order_code(walk(call)) for call in calls}
    orders = [(o["buyer"].lstrip("+"), o["code"]) for o in world.rig.orders()
              if o["buyer"].lstrip("+") in codes]
    must(sorted(orders) == sorted(codes.items()),
         f"{len(orders)} orders of {len(calls)}: {orders}")
    return f"{dialogues} dialogues"


def bad_input(world):
    """Each row of the table, by name."""
    wrong = []
    for row in BAD_ROWS:
        try:
            row.judge(world)
        except (Failed, Wrong, OSError) as why:
            wrong.append(f"{row.name}: {why}")
        must(world.rig.alive(), f"{row.name}: furrowd is gone")
    must(not wrong, "\n     ".join(wrong))
    return f"{len(BAD_ROWS)} rows"


EACH = (an_order, repeats, raced, two_starts, by_heart, gone_and_back,
        another_phone, over, bad_options, there_and_back, other_code,
        too_often)
BY_SMPP = (by_smpp, smpp_repeats, smpp_gone, smpp_over)
ALONE = (a_seller, joined_answers, another_language, crowd, pipelined,
         secrets, rules, bad_input, killed)


def play(story, *arguments):
    name = " ".join([story.__name__] + [a for a in arguments
                                        if isinstance(a, str)])
    begun = time.monotonic()
    try:
        said = story(*arguments)
    except (Failed, Wrong, OSError, EOFError, ValueError) as why:
        print(f"FAILED {name}: {type(why).__name__}: {why}", flush=True)
        if os.environ.get("USSD_TRACE"):
            traceback.print_exc()
        return False
    took = f"{time.monotonic() - begun:.2f} s " \
        if os.environ.get("USSD_TIMES") else ""
    print(f"ok {took}{name}{': ' + said if said else ''}", flush=True)
    return True


def chosen(world, wanted):
    """When it must be quick, an order by every dialect and profile, and each
    other story by one of them, another for each."""
    plan = []
    for stories, names in ((EACH, list(DIALECTS)), (BY_SMPP, PROFILES)):
        for n, story in enumerate(stories):
            few = world.quick and n > 0
            plan += [(story, name) for name in
                     ([names[(n - 1) % len(names)]] if few else names)]
    plan += [(story,) for story in ALONE]
    return [row for row in plan if not wanted or row[0].__name__ in wanted]


def main(build, repeats_asked, wanted):
    here, build = os.getcwd(), os.path.abspath(build)
    folder = tempfile.mkdtemp(prefix="ussd_foreign.", dir=here)
    os.chdir(folder)
    centres = {name: Centre(0) for name in PROFILES}
    rig = Rig(build, {name: c.port for name, c in centres.items()})
    good = False
    try:
        rig.start()
        rig.sellers()
        world = World(rig, repeats_asked, centres)
        good = True
        for story, *arguments in chosen(world, wanted):
            good = play(story, world, *arguments) and good
        rig.stop()
    except Failed as why:
        print(f"FAILED {why}")
        good = False
    finally:
        if rig.alive():
            rig.process.kill()
        os.chdir(here)
        if good:
            shutil.rmtree(folder)
        else:
            print(f"see {folder}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ".",
                  int(sys.argv[2]) if len(sys.argv) > 2 else 500,
                  sys.argv[3:]))

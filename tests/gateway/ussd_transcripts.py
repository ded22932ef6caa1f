#!/usr/bin/env python3
"""ussd_transcripts.py BUILD - dialogues with a real furrowd, as Markdown.

What gateways send and what they are answered, octet for octet, by the client of
ussd_foreign: an order in every dialect, then what happens on a day that is not
ordinary, and one order as all see it.  Prints docs/ussd-transcripts.md.
"""
import os
import shutil
import sys
import tempfile
import time

from ussd_client import DIALECTS, Line
from ussd_foreign import World, confirm_key, decide, order_code, walk
from ussd_rig import OTHER_SELLER, SELLER, Rig


class Told(Line):
    """A connection that writes down what goes over it."""

    def __init__(self, host, port):
        super().__init__(host, port)
        self.quiet = False

    def once(self, ask):
        reply = super().once(ask)
        if not self.quiet:
            print(f"    > {ask.method} {ask.path}")
            for name, value in ask.headers.items():
                print(f"    > {name}: {value}")
            for line in ask.body.decode().splitlines():
                print(f"    > {line}")
            print(f"    < {reply.status} {reply.kind}")
            for line in reply.body.decode().splitlines():
                print(f"    < {line}")
            print()
        return reply


def shown(screen):
    for line in screen.text.splitlines():
        print(f"      | {line}")


def dial(world, number, keys="", then=(), name=None):
    """By africastalking, with the screens alone."""
    world.line.quiet = True
    call = world.call("africastalking", number=number, name=name)
    call.dial(keys)
    print(f"    {call.phone} dials {call.dialled}")
    shown(call.screen)
    for words in then:
        press(call, words)
    return call


def press(call, words):
    key = words if words.isdigit() else call.screen.key(words)
    call.answer(key)
    print(f"    {call.phone} answers {key}")
    shown(call.screen)


def finish(call):
    while call.screen.go_on:
        press(call, decide(call.screen))
    return order_code(call.screen)


def every_dialect(world):
    print("## An order in every dialect\n")
    for name in DIALECTS:
        print(f"### {name}\n")
        world.line.quiet = False
        call = world.call(name, name=f"{name}-1")
        call.dial()
        order_code(walk(call))


def sent_again(world):
    print("## Every turn 500 times at once\n")
    for name in DIALECTS:
        world.line.quiet = True
        call = world.call(name)
        asked = 0
        call.next("dial")
        while True:
            answers = world.line.many([call.last] * 500)
            asked += len(answers)
            bodies = [a.body for a in answers]
            if not call.take(max(answers, key=lambda a: bodies.count(a.body))) \
                    .go_on:
                break
            call.next("answer", decide(call.screen))
        orders = world.rig.orders(call.number)
        print(f"    {name:<15} {call.turn} turns, {asked} requests, "
              f"{len(orders)} order #{orders[0]['code']}")
    print()


def killed(world):
    print("## A restart among a hundred dialogues\n")
    world.line.quiet = True
    names = list(DIALECTS)
    calls = [world.call(names[n % len(names)]) for n in range(100)]
    for n, call in enumerate(calls):
        call.dial()
        for _ in range(n % 5):
            if not confirm_key(call.screen):
                call.answer(decide(call.screen))
    print("    100 dialogues in 8 dialects, at 5 screens; then kill -9")
    world.rig.stop(kill=True)
    begun = time.monotonic()
    world.rig.start()
    print(f"    furrowd listens again after {time.monotonic() - begun:.1f} s")
    codes = {order_code(walk(call)) for call in calls}
    orders = [o for o in world.rig.orders() if o["code"] in codes]
    print(f"    {len(codes)} dialogues went on to their end, "
          f"{len(orders)} orders\n")


def by_heart(world, number):
    print("## Dialled with the answers\n")
    call = dial(world, number, "1*1*5*1*1")
    print("    (the rest of it is not taken: nobody orders by dialling alone)")
    finish(call)
    print()


def gone_on(world, number):
    print("## Gone on where it broke off\n")
    call = dial(world, number, then=("^buy", "maize", "3"))
    call.hang_up()
    print("    the network says that they are gone")
    finish(dial(world, number, then=("go on",)))
    print()


def texts(world, number):
    time.sleep(0.5)
    said = [t for t in world.rig.texts(number) if t["direction"] == "out" and
            t.get("kind") != "ussd" and "screen" not in t]
    for text in said:
        print(f"    SMS to +{number}: {text['text']}")


def one_order(world, buyer):
    print("## One order, as all see it\n")
    print("The buyer dials:\n")
    code = finish(dial(world, buyer, then=("^buy", "maize", "7")))
    print("\nThe farmer has a text, and answers by dialling; or by text, "
          "YES and the code:\n")
    seller = next(n for n in (SELLER, OTHER_SELLER)
                  if any(code in t["text"] for t in world.rig.texts(n)))
    texts(world, seller)
    call = dial(world, seller, then=("to answer",))
    press(call, code)
    press(call, "^yes")
    print("\nThe buyer has a text, and sees it under My orders:\n")
    texts(world, buyer)
    call = dial(world, buyer, then=("my orders",))
    print("\nThe officer:\n")
    for words in (("order", "show", code),
                  ("log", "--phone", "+" + buyer, "--limit", "6")):
        print(f"    $ furrow {' '.join(words)}")
        for line in world.rig.run(*words).splitlines():
            print(f"    {line}".rstrip())
        print()


def main(build):
    here, build = os.getcwd(), os.path.abspath(build)
    folder = tempfile.mkdtemp(prefix="ussd_transcripts.", dir=here)
    os.chdir(folder)
    rig = Rig(build)
    try:
        rig.start()
        rig.sellers()
        world = World(rig, 500, {})
        world.line = Told("127.0.0.1", rig.port)
        print("# Dialogues as they went\n")
        print("Written by `make ussd-transcripts`: an HTTP client that knows "
              "nothing of furrow\n(`tests/gateway/ussd_client.py`) against "
              "a real furrowd. The USSD centre of npm's\n`smpp` is in "
              "[smpp-peers.md](smpp-peers.md).\n")
        for story in (one_order, by_heart, gone_on):
            reader = world.number()
            dial_quietly(world, reader)
            story(world, reader)
        every_dialect(world)
        sent_again(world)
        killed(world)
        rig.stop()
    finally:
        if rig.alive():
            rig.process.kill()
        os.chdir(here)
        shutil.rmtree(folder)


def dial_quietly(world, number):
    """So that the language is chosen, which is asked once."""
    world.line.quiet = True
    call = world.call("africastalking", number=number)
    call.dial()
    if call.screen.key("english"):
        call.answer(call.screen.key("english"))
    call.hang_up()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ".")

#!/usr/bin/env python3
"""dial.py BUILD ussd PORT - furrowd against a USSD centre of somebody else.

The centre is npm's `smpp` (ussd.js).  For each of the four profiles, and for
settings that differ with them, a buyer orders by dialling, a farmer answers by
dialling, somebody hangs up and goes on, and the centre misbehaves.  Every
screen is checked: who it is for, its operation, what marks its dialogue, that
it comes once.  Otherwise as play.py.
"""
import json
import re
import sys
import time

import play
from play import BUYER, SELLER, US, Failed, must, tell

CODE = "*384*96#"
PROFILES = [
    # dialect, where the code stands, data_coding of phones, keys
    ("its", "384", 0, {}),
    ("none", "384", 15, {"pdu": '"data_sm"', "dcs-gsm": "15"}),
    ("mica", "", 8, {"newline": '"crlf"'}),
    ("sixdee", "384", 0, {"submit-op-end": "23", "code-from":
                          '"short_message"'}),
]


class Centre(play.Centre):
    def quiet(self, seconds=0.5):
        time.sleep(seconds)
        while not self.events.empty():
            self.held.append(self.events.get())
        more = [e for e in self.held if e["saw"] == "screen"]
        must(not more, f"more than was asked for: {more}")

    def text(self, to, words):
        """An SMS on the same bind."""
        event = self.wait("screen", to=to, service="")
        must(words in event["text"], f"{event['text']!r}: no {words!r}")
        tell(f"  furrowd -> {to} by SMS: {event['text']!r}")
        return event["text"]


class Furrow(play.Furrow):
    def dialect(self, name, keys):
        self.write()
        more = " ".join(f"{k} = {v}" for k, v in keys.items())
        with open("furrow.conf", "a", encoding="utf-8") as out:
            out.write(f'ussd dial {{ dialect = "{name}" link = "op" '
                      f'codes = {{ "{CODE}" }} {more} }}\n')

    def sessions(self):
        return [json.loads(line) for line in
                self.run("session", "list", "--json").splitlines()]

    def orders(self):
        return [json.loads(line) for line in
                self.run("order", "list", "--json").splitlines()]


def somebody(furrow):
    """A phone of its own for each act: nobody may dial all day long."""
    somebody.count += 1
    phone = f"2547110001{somebody.count:02d}"
    furrow.run("person", "add", "+" + phone, "--roles", "buyer",
               "--lang", "en")
    return phone


somebody.count = 0


class Dialogue:
    """One phone at that centre."""
    count = 0

    def __init__(self, centre, phone, profile):
        self.centre, self.phone = centre, phone
        self.profile, self.to, self.coding, self.keys = profile
        self.screen, self.over = "", False

    def dial(self, text=CODE, **how):
        self.ring(text, **how)
        return self.shown()

    def ring(self, text=CODE, **how):
        Dialogue.count += 1
        self.number, self.turn = Dialogue.count, -1
        tell(f"  {self.phone} dials {text}")
        self.said("dial", text=text, profile=self.profile,
                  coding=self.coding, **how)

    def said(self, what, times=1, **how):
        self.turn += 1
        self.centre.do(what, phone=self.phone, to=self.to, times=times, **how)
        for _ in range(times):
            play.taken(self.centre, "taken")

    def answer(self, text, times=1):
        tell(f"  {self.phone} answers {text!r}"
             + (f", {times} times at once" if times > 1 else ""))
        self.said("answer", text=text, times=times)
        return self.shown()

    def choose(self, label):
        """The option with that label, by its number."""
        found = re.search(rf"^(\d+) .*{label}", self.screen, re.M)
        must(found, f"no option {label!r} in {self.screen!r}")
        return self.answer(found.group(1))

    def abort(self):
        tell(f"  {self.phone} hangs up")
        self.said("abort")

    def marks(self, over):
        info, reference = "", -1
        if self.profile == "its":
            info = f"{self.number & 0xFF:02x}{self.turn << 1 | over:02x}"
        elif self.profile == "sixdee":
            info = f"{self.number << 1 | over:04x}"
        elif self.profile == "mica":
            reference = self.number
        return info, reference

    def shown(self, status=0):
        event = self.centre.wait("screen", to=self.phone, service="USSD")
        end = int(self.keys.get("submit-op-end", 17))
        must(event["op"] in (2, end), f"operation {event['op']}")
        self.over = event["op"] == end
        must((event["info"], event["reference"]) == self.marks(self.over),
             f"{event} is not marked as {self.marks(self.over)}")
        must(event["registered"] == 0 and event["status"] == status,
             f"{event}")
        must(event["from"] == (self.to or "384*96"), f"from {event['from']}")
        must(event["coding"] == int(self.keys.get("dcs-gsm", 0)), f"{event}")
        must((event["kind"] == "data_sm") == ("pdu" in self.keys), f"{event}")
        must(("\r\n" in event["text"]) == ("newline" in self.keys) or
             "\n" not in event["text"], f"{event}")
        self.screen = event["text"].replace("\r\n", "\n")
        tell(f"    op {event['op']}: {self.screen!r}")
        return self.screen


def buys(centre, furrow, profile, quantity):
    buyer = Dialogue(centre, BUYER, profile)
    before = len(furrow.orders())
    buyer.dial()
    buyer.choose("Buy")
    buyer.choose("maize")
    buyer.answer(str(quantity))
    must(f"{quantity} kg maize = KES {40 * quantity}" in buyer.screen,
         buyer.screen)
    tell("  the confirmation comes three times at once: one screen, one order")
    yes = re.search(r"^(\d) Yes", buyer.screen, re.M).group(1)
    buyer.answer(yes, times=3)
    must(buyer.over, "it goes on after the order")
    code = re.search(r"#(\w+)", buyer.screen).group(1)
    centre.text(BUYER, f"#{code}")
    centre.text(SELLER, f"#{code}")
    centre.quiet()
    must(len(furrow.orders()) == before + 1, "not one order")
    return code


def sells(centre, furrow, profile, code):
    seller = Dialogue(centre, SELLER, profile)
    seller.dial()
    seller.choose("Orders to answer")
    while not seller.over:
        seller.choose(code if code in seller.screen.split("\n", 1)[-1]
                      else "Yes")
    centre.text(BUYER, f"#{code}")
    centre.text(SELLER, f"#{code}")
    shown = furrow.run("order", "show", code, "--json")
    must('"accepted"' in shown, shown)
    tell(f"  furrow order show {code}: accepted")


def goes_on(centre, furrow, profile):
    tell("hung up in the middle, and gone on")
    other = Dialogue(centre, somebody(furrow), profile)
    other.dial()
    other.choose("Buy")
    other.choose("maize")
    other.abort()
    other.dial()
    other.choose("Go on")
    must("how many" in other.screen, other.screen)
    other.abort()
    tell("dialled with all answers: stops before the confirmation counts")
    other.dial("*384*96*1*1*20#")
    must("20 kg maize" in other.screen and not other.over, other.screen)
    other.abort()
    tell("one-way, and an answer to a dialogue that is over")
    other = Dialogue(centre, somebody(furrow), profile)
    other.dial(op=0)
    must(other.over, "it waits for an answer that cannot come")
    other.answer("1")
    must(other.over and other.screen == "Session ended, start again.",
         "it goes on although nobody knows it")


def misbehaves(centre, furrow, profile):
    tell("the centre throttles one screen, and refuses another")
    other = Dialogue(centre, somebody(furrow), profile)
    centre.do("statuses", list=[0x58])
    other.ring()
    other.shown(status=0x58)
    other.shown()
    other.abort()
    centre.do("statuses", list=[0x0B])
    other.ring()
    other.shown(status=0x0B)
    end = time.monotonic() + play.PATIENCE
    while "submit_failed" not in [s["reason"] for s in furrow.sessions()
                                  if s["phone"] == "+" + other.phone]:
        must(time.monotonic() < end, f"{furrow.sessions()[:2]}")
        time.sleep(0.05)
    tell("  furrow session list: submit_failed")


def texts(centre, furrow):
    tell("a text on the same bind")
    phone = somebody(furrow)
    tell(f"  {phone} -> furrowd: 'prices'")
    centre.do("text", phone=phone, to=US, text="prices")
    play.taken(centre, "taken")
    centre.text(phone, "maize")


def story(started):
    centre = Centre()
    started.append(centre)
    furrow = Furrow(centre)
    started.append(furrow)
    for at, profile in enumerate(PROFILES):
        tell(f"dialect = {profile[0]}"
             + "".join(f", {k} = {v}" for k, v in profile[3].items()))
        furrow.dialect(profile[0], profile[3])
        furrow.start()
        if at == 0:
            play.market(furrow)
        code = buys(centre, furrow, profile, 20 + at)
        sells(centre, furrow, profile, code)
        goes_on(centre, furrow, profile)
        misbehaves(centre, furrow, profile)
        texts(centre, furrow)
        centre.quiet()
        furrow.stop()


def main():
    started = []
    try:
        story(started)
        tell("all as it should be")
    except Failed as failed:
        tell(f"FAILED: {failed}")
        sys.exit(1)
    finally:
        for one in started:
            if one.process is not None:
                one.process.kill()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""play.py BUILD PEER PORT - furrowd against a message centre of somebody else.

PEER is npm (centre.js, the module `smpp`) or perl (centre.pl, Net::SMPP).  A
real furrowd with one `smpp` link is bound to it; the centre is led from here by
lines of JSON, and every line of the story is checked and printed: what is said
twice, lost, torn, or not said within ten seconds ends with exit 1.  Run in an
empty folder; make peers does.  No times and no ports are printed: two runs of
the same programs differ in the codes of the orders only.
"""
import json
import os
import queue
import re
import subprocess
import sys
import threading
import time

BUILD, PEER, PORT = sys.argv[1], sys.argv[2], int(sys.argv[3])
HERE = os.path.dirname(os.path.abspath(__file__))
CENTRE = {"npm": ["node", HERE + "/centre.js"],
          "perl": ["perl", HERE + "/centre.pl"],
          "ussd": ["node", HERE + "/ussd.js"]}[PEER]
BUYER, OTHER, SELLER = "254711000001", "254711000002", "254722000001"
US = "20880"
PATIENCE = 10
GSM = ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
       "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
LONG = ("Dear members, the store in Siaya opens on Monday at seven in the "
        "morning. Bring your maize dry and in clean bags, and your number; who "
        "comes first is weighed first. Those who cannot come send somebody "
        "with their name on a paper. The price this week is forty for a kilo.")


class Failed(Exception):
    pass


def tell(line):
    print(line, flush=True)


class Centre:
    """The other's program; its events come by a queue."""

    def __init__(self):
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            CENTRE + [str(PORT)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.events = queue.Queue()
        self.held = []
        threading.Thread(target=self.read, daemon=True,
                         args=(self.process, self.events)).start()
        self.wait("up")

    @staticmethod
    def read(process, events):
        for line in process.stdout:
            events.put(json.loads(line))

    def do(self, what, **arguments):
        arguments["do"] = what
        self.process.stdin.write(json.dumps(arguments) + "\n")
        self.process.stdin.flush()

    def wait(self, saw, **members):
        """The first event of that kind; others wait for who asks."""
        end = time.monotonic() + PATIENCE
        while True:
            for event in self.held:
                if event["saw"] == saw and all(
                        event.get(k) == v for k, v in members.items()):
                    self.held.remove(event)
                    return event
            try:
                self.held.append(self.events.get(
                    timeout=max(0.01, end - time.monotonic())))
            except queue.Empty:
                pass
            if time.monotonic() > end:
                raise Failed(f"no {saw} {members}; saw {self.held}")

    def quiet(self, seconds=1.0):
        """Nothing more is submitted."""
        time.sleep(seconds)
        while not self.events.empty():
            self.held.append(self.events.get())
        more = [e for e in self.held if e["saw"] == "submit_sm"]
        if more:
            raise Failed(f"more than was asked for: {more}")

    def kill(self):
        self.process.kill()
        self.process.wait()


# ---- what furrowd submitted ----

def from_gsm(octets):
    words, escaped = "", False
    extension = {0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\", 0x3C: "[",
                 0x3D: "~", 0x3E: "]", 0x40: "|", 0x65: "€"}
    for octet in octets:
        if octet == 0x1B and not escaped:
            escaped = True
            continue
        words += extension.get(octet, "?") if escaped else GSM[octet]
        escaped = False
    return words


def words_of(event):
    """The text of one submit_sm, and (reference, total, number) of its part."""
    part = None
    udh, text = event.get("udh", ""), event.get("text")
    if text is None:
        octets = bytes.fromhex(event["hex"])
        if event["esm"] & 0x40:
            udh = octets[1:octets[0] + 1].hex()
            octets = octets[octets[0] + 1:]
        text = octets.decode("utf-16-be") if event["coding"] == 8 \
            else from_gsm(octets)
    if udh.startswith("0003"):
        part = tuple(bytes.fromhex(udh)[2:5])
    elif "sar_total_segments" in event["tlvs"]:
        tlvs = event["tlvs"]
        part = (tlvs["sar_msg_ref_num"], tlvs["sar_total_segments"],
                tlvs["sar_segment_seqnum"])
    return text, part


def show_submit(event, text, part):
    how = event["by"] + (f", part {part[2]} of {part[1]}" if part else "")
    tell(f"  furrowd -> {event['to']}: {text!r} ({how}, data_coding "
         f"{event['coding']})")


def take(centre, to):
    """One whole text for that number, from all of its parts."""
    texts, total, ids, by = {}, 1, [], None
    while len(texts) < total:
        event = centre.wait("submit_sm", to=to, status=0)
        text, part = words_of(event)
        show_submit(event, text, part)
        number, total = (part[2], part[1]) if part else (1, 1)
        if number in texts:
            raise Failed(f"part {number} twice")
        texts[number] = text
        ids.append(event["id"])
        by = event["by"]
        if event["from"] != US:
            raise Failed(f"from {event['from']}, not {US}")
    return "".join(texts[i] for i in sorted(texts)), ids, by


def must(promise, words):
    if not promise:
        raise Failed(words)


def say(centre, sender, words, how, **pdu):
    tell(f"  {sender} -> furrowd: {words!r} ({how})")
    centre.do(pdu.pop("by", "deliver"), to=US, **{"from": sender}, **pdu)


def taken(centre, what="deliver_sm_resp"):
    event = centre.wait(what)
    must(event["status"] == 0, f"{what} of status {event['status']}")


# ---- furrowd ----

class Furrow:
    def __init__(self, centre, **keys):
        self.centre = centre
        self.process = None
        self.write(**keys)

    @staticmethod
    def write(**keys):
        more = " ".join(f'{k.replace("_", "-")} = "{v}"'
                        for k, v in keys.items())
        with open("op.pass", "w", encoding="utf-8") as out:
            out.write("secret\n")
        os.chmod("op.pass", 0o600)
        with open("catalogue.json", "w", encoding="utf-8") as out:
            json.dump({"products": [{"key": "maize", "names":
                                     {"en": ["maize"]}}], "units": []}, out)
        with open("furrow.conf", "w", encoding="utf-8") as out:
            out.write(f'''market {{ name = "Siaya farmers" country = "254"
  currency = "KES" language = "en" timezone = "Africa/Nairobi"
  catalogue = "catalogue.json" answer-within = "2h" }}
limits {{ texts-per-person-hour = 0 open-orders-per-person = 0 }}
store {{ path = "furrow.db" }}
smpp op {{ host = "127.0.0.1" port = {PORT} system-id = "furrow"
  password-file = "op.pass" number = "{US}" reconnect-max = "1s"
  {more} }}
admin {{ socket = "furrow.sock" }}
''')

    def start(self):
        with open("furrowd.log", "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [BUILD + "/furrowd", "-f", "-c", "furrow.conf"], stderr=log,
                stdout=log)
        end = time.monotonic() + PATIENCE
        while subprocess.run(self.command("link", "list"), check=False,
                             capture_output=True).returncode == 3 \
                or not os.path.exists("furrow.sock"):
            if self.process.poll() is not None or time.monotonic() > end:
                raise Failed("furrowd does not start: see furrowd.log")
            time.sleep(0.05)
        self.bound()

    def bound(self):
        for kind in self.kinds():
            event = self.centre.wait(kind)
            must(event["good"], f"{kind} was refused")
            tell(f"  furrowd: {kind}, system_id {event['system_id']}, "
                 f"version 0x{event['version']:02X}")

    @staticmethod
    def kinds():
        with open("furrow.conf", encoding="utf-8") as conf:
            if 'bind = "pair"' in conf.read():
                return ["bind_transmitter", "bind_receiver"]
        return ["bind_transceiver"]

    @staticmethod
    def command(*words):
        return [BUILD + "/furrow", "-c", "furrow.conf", *words]

    def run(self, *words):
        done = subprocess.run(self.command(*words), check=False,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"furrow {words}: {done.stderr}{done.stdout}")
        return done.stdout

    def texts(self):
        return [json.loads(line) for line in
                self.run("log", "--json", "-n", "500").splitlines()]

    def delivered(self, phone, words):
        """The log comes to say so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for text in self.texts():
                if text.get("phone", "").endswith(phone[-9:]) and \
                        words in text.get("text", "") and \
                        text.get("state") == "delivered":
                    tell(f"  log: {words[:24]!r}… to {phone} is delivered")
                    return
            time.sleep(0.1)
        raise Failed(f"{words!r} to {phone} is not delivered: "
                     f"{self.texts()[-6:]}")

    def stop(self):
        self.process.terminate()
        for _ in self.kinds():
            self.centre.wait("unbind")
            self.centre.wait("closed")
        must(self.process.wait(PATIENCE) == 0, "furrowd did not end well")
        tell("  furrowd: unbind")


# ---- the acts ----

def receipt(centre, to, number, form, state="DELIVRD"):
    """form: text, tlv or both; ids in receipts are decimal, in responses
    hex."""
    words = (f"id:{number:010d} sub:001 dlvrd:001 submit date:2611260540 done "
             f"date:2611260541 stat:{state} err:000 text:")
    pdu = {"esm": 4, "coding": 0, "hex": "" if form == "tlv"
           else words.encode().hex()}
    if form != "text":
        pdu["receipted_message_id"] = str(number)
        pdu["tlvs"] = {"message_state": 2 if state == "DELIVRD" else 5}
    tell(f"  centre -> furrowd: receipt for {to}, by {form}: {state}")
    centre.do("deliver", to=US, **{"from": to}, **pdu)
    taken(centre)


def answer(centre, to, form, words):
    text, ids, by = take(centre, to)
    must(words in text, f"{text!r} does not say {words!r}")
    for number in ids:
        receipt(centre, to, number, form)
    return text, by


def udh_part(text, number, total, reference=0x2A):
    return (bytes([5, 0, 3, reference, total, number]) + text.encode()).hex()


def life(centre, furrow):
    tell("an order, from its words to both being told; receipts in each form")
    say(centre, BUYER, "20 kg maize", "data_coding 0", coding=0,
        hex=b"20 kg maize".hex())
    taken(centre)
    asked, _ = answer(centre, SELLER, "text", "#")
    code = re.search(r"#([A-Z]\d[A-Z]\w*)", asked).group(1)
    answer(centre, BUYER, "tlv", "maize")
    words = f"yes {code}"
    say(centre, SELLER, words, "data_coding 8", coding=8,
        hex=words.encode("utf-16-be").hex())
    taken(centre)
    answer(centre, BUYER, "both", code)
    answer(centre, SELLER, "both", code)
    furrow.delivered(SELLER, code)
    furrow.delivered(BUYER, code)
    state = json.loads(furrow.run("order", "show", code, "--json"))
    must("accepted" in json.dumps(state), f"the order is {state}")


def orders_in_parts(centre):
    tell("long orders, cut by header, by sar_* and in message_payload")
    first, second = "Hello my friends, I am Atieno, I would like to buy 30 ", \
        "kg maize"
    for number, text in ((2, second), (1, first)):
        say(centre, OTHER, text, f"header, part {number} of 2", coding=0,
            esm=0x40, hex=udh_part(text, number, 2))
        taken(centre)
    order_of(centre, "30")
    for number, text in ((1, first.replace("30", "31")), (2, second)):
        say(centre, OTHER, text, f"sar_*, part {number} of 2, data_coding 3",
            coding=3, hex=text.encode("latin-1").hex(),
            tlvs={"sar_msg_ref_num": 300, "sar_total_segments": 2,
                  "sar_segment_seqnum": number})
        taken(centre)
    order_of(centre, "31")
    text = first.replace("30", "32") + second
    say(centre, OTHER, text, "data_sm, message_payload", by="data", coding=0,
        payload=text.encode().hex())
    taken(centre, "data_sm_resp")
    order_of(centre, "32")


def order_of(centre, kilos):
    must(kilos in take(centre, SELLER)[0], f"not {kilos} kg")
    must(kilos in take(centre, OTHER)[0], f"not {kilos} kg")


def own_words(centre):
    tell("a text as the peer's own encoder writes it")
    say(centre, BUYER, "33 kg maize", "its choice", text="33 kg maize")
    taken(centre)
    must("33" in take(centre, SELLER)[0], "not 33 kg")
    must("33" in take(centre, BUYER)[0], "not 33 kg")


def long_out(centre, furrow, by):
    tell("long texts out")
    for words in (LONG, "Жаңа баға: " + LONG[:90]):
        furrow.run("send", "+" + OTHER, words)
        text, ids, said = take(centre, OTHER)
        must(text == words, f"{text!r} is another text")
        must(said == by, f"by {said}")
        for number in ids:
            receipt(centre, OTHER, number, "text")
        furrow.delivered(OTHER, words)


def throttled(centre, furrow):
    tell("a centre that says ESME_RTHROTTLED twice")
    centre.do("answer", status=0x58, times=2)
    furrow.run("send", "+" + OTHER, "The store is open.")
    for _ in range(2):
        event = centre.wait("submit_sm", to=OTHER)
        must(event["status"] == 0x58, "the centre took it")
        tell("  furrowd -> centre: submit_sm, answered ESME_RTHROTTLED")
    text, _, _ = take(centre, OTHER)
    must(text == "The store is open.", text)


def odds(centre):
    tell("what else a centre says")
    centre.do("enquire")
    taken(centre, "enquire_link_resp")
    tell("  enquire_link is answered")
    centre.do("alert", to=US, **{"from": BUYER})
    centre.do("enquire")
    taken(centre, "enquire_link_resp")
    tell("  alert_notification is taken, the link goes on")


def failures(centre, furrow):
    tell("an undelivered text, and the peer's unbind, end and new start")
    furrow.run("send", "+" + OTHER, "This one fails.")
    _, ids, _ = take(centre, OTHER)
    receipt(centre, OTHER, ids[0], "both", "UNDELIV")
    centre.do("unbind")
    centre.wait("unbind_resp")
    tell("  centre: unbind, answered")
    furrow.bound()
    centre.kill()
    tell("  centre: gone")
    furrow.run("send", "+" + OTHER, "Sent while nobody listened.")
    centre.start()
    tell("  centre: there again")
    centre.do("ids", form="hex")
    furrow.bound()
    text, _, _ = take(centre, OTHER)
    must(text == "Sent while nobody listened.", text)


def market(furrow):
    with open("people.csv", "w", encoding="utf-8") as out:
        out.write("phone,name,roles,lang\n"
                  f"+{SELLER},Achieng,seller,en\n+{BUYER},Baraka,buyer,en\n"
                  f"+{OTHER},Atieno,buyer,en\n")
    with open("offers.csv", "w", encoding="utf-8") as out:
        out.write("phone,product,quantity,unit,price\n"
                  f"+{SELLER},maize,9000,kg,40\n")
    furrow.run("person", "import", "people.csv")
    furrow.run("offer", "import", "offers.csv")


def play(started):
    centre = Centre()
    started.append(centre)
    centre.do("ids", form="hex")
    ids = {"id_in_response": "hex", "id_in_receipt": "decimal"}
    tell("bound as transceiver, split = udh")
    furrow = Furrow(centre, split="udh", **ids)
    started.append(furrow)
    furrow.start()
    market(furrow)
    life(centre, furrow)
    orders_in_parts(centre)
    own_words(centre)
    odds(centre)
    throttled(centre, furrow)
    long_out(centre, furrow, "short_message")
    failures(centre, furrow)
    centre.quiet()
    furrow.stop()
    for split, by, bind in (("sar", "short_message", "pair"),
                            ("payload", "message_payload", "transceiver")):
        tell(f"bound as {bind}, split = {split}")
        furrow.write(split=split, bind=bind, **ids)
        furrow.start()
        long_out(centre, furrow, by)
        centre.quiet()
        furrow.stop()


def main():
    started = []
    try:
        play(started)
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

"""webhooks_foreign - a receiver's view of webhooks: a real furrowd tells a
receiver that is slow to come, fails, redirects, talks nonsense, ends early or is
somebody else; nothing is lost, the order is kept, and nothing grows.

webhooks_foreign.py BUILD COUNT   COUNT events wait for the receiver in the last
story; the test has 1,000, docs/webhooks.md the figures of 100,000."""
import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from webhooks_receiver import MANNERS, SECRET, Receiver, answer

BUYER = "+254711000001"


def check(good, words):
    if not good:
        raise AssertionError(words)


class Rig:
    """furrowd with an aggregator by which texts come in, in the present
    folder; `hook`: the section webhook without its secret."""

    def __init__(self, build, carrier, hook):
        self.build, self.process, self.said = build, None, 0
        with open("hook.secret", "w", encoding="utf-8") as out:
            out.write(SECRET + "\n")
        os.chmod("hook.secret", 0o400)
        with socket.create_server(("127.0.0.1", 0)) as wire:
            self.port = wire.getsockname()[1]
        with open("catalogue.json", "w", encoding="utf-8") as out:
            json.dump({"products": [{"key": "maize", "names":
                                     {"en": ["maize"]}}], "units": []}, out)
        with open("furrow.conf", "w", encoding="utf-8") as out:
            out.write(f'''
market {{ timezone = "UTC" country = "254" currency = "KES"
  catalogue = "catalogue.json" }}
limits {{ texts-per-person-hour = 0 }}
store {{ path = "furrow.db" }}
http own {{ url = "http://127.0.0.1:{carrier.port}/" body = "t={{text}}"
  number = "20880" listen = "127.0.0.1:{self.port}" path = "/in"
  secret-in = "none" allow = {{ "127.0.0.1" }} in-from = "from"
  in-text = "text" in-id = "id" answer-pattern = "." }}
admin {{ socket = "furrow.sock" }}
webhook shop {{ secret-file = "hook.secret" timeout = "1s"
  events = {{ "message.received" }} {hook} }}
''')

    def furrow(self, *words):
        return subprocess.run(
            [f"{self.build}/furrow", "-c", "furrow.conf", *words],
            capture_output=True, text=True, check=False)

    def hook(self):
        return json.loads(self.furrow("webhook", "list", "--json").stdout)

    def await_hook(self, look, what):
        end = time.monotonic() + 60
        while not look(hook := self.hook()):
            check(time.monotonic() < end, f"never: {what}: {hook}")
            time.sleep(0.05)
        return hook

    def start(self):
        with open("log", "ab") as log:
            self.process = subprocess.Popen(
                [f"{self.build}/furrowd", "-f", "-c", "furrow.conf"],
                stderr=log)
        end = time.monotonic() + 60
        while self.furrow("status", "--json").stdout == "":
            check(self.process.poll() is None and time.monotonic() < end,
                  "furrowd does not start: " + open("log").read()[-2000:])
            time.sleep(0.05)

    def stop(self, kill=False):
        if self.process is None:
            return
        if kill:
            self.process.kill()
        else:
            self.process.terminate()
        code = self.process.wait()
        self.process = None
        check(kill or code == 0, f"furrowd ended with {code}")

    def text(self):
        """A text comes in; what it says is its number."""
        self.said += 1
        form = urllib.parse.urlencode({"from": BUYER, "id": f"t{self.said}",
                                       "text": f"word {self.said}"})
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/in",
                                    form.encode(), timeout=30) as got:
            check(got.status < 300, f"the text: {got.status}")

    def memory_kib(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as rows:
            return next(int(row.split()[1]) for row in rows
                        if row.startswith("VmHWM"))


def in_order(receiver, rig, may_repeat=False):
    """Every text was told, in the order in which they came."""
    said = [event["data"]["text"] for event in receiver.taken]
    if may_repeat:  # at least once: the same id
        ids = [event["id"] for event in receiver.taken]
        said = [text for i, text in enumerate(said) if ids[i] not in ids[:i]]
    check(said == [f"word {n + 1}" for n in range(rig.said)],
          f"of {rig.said} texts: {said}")
    check(receiver.wrong == [], receiver.wrong)
    check(receiver.most_at_once <= 1, "more than one at once")


def bad_manners_lose_nothing(build, carrier):
    receiver = Receiver()
    rig = Rig(build, carrier,
              f'url = "http://127.0.0.1:{receiver.port}/in?k=1"')
    rig.start()
    try:
        for manner in (one for one in MANNERS if one != "well"):
            receiver.be(manner)
            before = len(receiver.asked)
            rig.text()
            rig.text()
            hook = rig.await_hook(lambda h: h["state"] != "working", manner)
            check((hook["state"] == "off") == (manner == "gone"), hook)
            check(hook["why"], f"{manner}: no why")
            check(hook["answer"] in (None, 500, 410, 302), hook)
            # The second waits behind the first, however that goes.
            check(len({id for _, id in receiver.asked[before:]}) == 1, manner)
            receiver.be("well")
            check(rig.furrow("webhook", "resume", "shop").returncode == 0,
                  "resume")
            receiver.until(lambda r: len(r.taken) == rig.said, manner)
        in_order(receiver, rig)
        rig.await_hook(lambda h: h["state"] == "working" and
                       h["waiting"] == 0 and h["told"] == rig.said, "all told")
        check(rig.hook()["dropped"] == 0, "something was dropped")
        print(f"{len(MANNERS) - 1} bad manners, {rig.said} texts: all told, "
              "in order")
    finally:
        rig.stop()


def a_kill_repeats_at_most(build, carrier):
    receiver = Receiver()
    rig = Rig(build, carrier,
              f'url = "http://127.0.0.1:{receiver.port}/in?k=1"')
    rig.start()
    try:
        for i in range(6):
            # Before its answer; or behind it, when nobody wrote it down yet.
            receiver.be("silent" if i % 2 else "well")
            before = len(receiver.asked)
            rig.text()
            receiver.until(lambda r: len(r.asked) > before, "asked")
            rig.stop(kill=True)
            receiver.be("well")
            rig.start()
            rig.furrow("webhook", "resume", "shop")
            receiver.until(lambda r: any(
                event["data"]["text"] == f"word {rig.said}"
                for event in r.taken), "told after a kill")
        in_order(receiver, rig, may_repeat=True)
        print(f"6 kills amid a request: {rig.said} texts told, "
              f"{len(receiver.taken) - rig.said} twice")
    finally:
        rig.stop()


def somebody_else_is_told_nothing(build, carrier):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
         "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "key.pem",
         "-out", "cert.pem", "-days", "2", "-subj", "/CN=other.example",
         "-addext", "subjectAltName=DNS:other.example"],
        check=True, capture_output=True)
    receiver = Receiver(("cert.pem", "key.pem"))
    rig = Rig(build, carrier,
              f'url = "https://localhost:{receiver.port}/in?k=1"\n'
              '  tls-ca = "cert.pem"')
    rig.start()
    try:
        rig.text()
        hook = rig.await_hook(lambda h: h["state"] == "failing", "wrong host")
        check(receiver.taken == [], "told although it is somebody else")
        check("name" in hook["why"] or "certificate" in hook["why"] or
              "hostname" in hook["why"], hook["why"])
        print(f"somebody else's certificate: nothing sent ({hook['why']})")
    finally:
        rig.stop()


def many_wait(build, carrier, count):
    """The receiver was away; what waits is told one by one, from the store."""
    receiver = Receiver()
    receiver.be("fails")
    rig = Rig(build, carrier,
              f'url = "http://127.0.0.1:{receiver.port}/in?k=1"')
    rig.start()
    rig.text()
    rig.await_hook(lambda h: h["state"] == "failing", "failing")
    before_kib = rig.memory_kib()
    rig.stop()
    store = sqlite3.connect("furrow.db")
    with store:
        newest, ref, kind, at_ms = store.execute(
            "SELECT id, ref, kind, time_ms FROM webhook_event").fetchone()
        store.executemany(
            "INSERT INTO webhook_event (id, time_ms, kind, ref)"
            " VALUES (?, ?, ?, ?)",
            ((newest + n, at_ms, kind, ref) for n in range(1, count)))
    store.close()
    rig.start()
    try:
        rig.await_hook(lambda h: h["waiting"] == count, "all are counted")
        receiver.be("well")
        begun = time.monotonic()
        rig.furrow("webhook", "resume", "shop")
        receiver.until(lambda r: len(r.taken) >= count, "all told",
                       60 + count / 50)
        seconds = time.monotonic() - begun
        ids = [int(event["id"].split("_")[2]) for event in receiver.taken]
        check(ids == list(range(newest, newest + count)), "lost or disordered")
        check(receiver.wrong == [], receiver.wrong)
        rig.await_hook(lambda h: h["waiting"] == 0, "none waits")
        grown = rig.memory_kib() - before_kib
        check(grown < 16384, f"furrowd grew by {grown} KiB")
        print(f"{count} waited: told in order in {seconds:.2f} s, "
              f"{count / seconds:.0f} a second; memory {grown:+d} KiB")
    finally:
        rig.stop()


def main():
    build, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    carrier = Carrier()
    for story in (bad_manners_lose_nothing, a_kill_repeats_at_most,
                  somebody_else_is_told_nothing,
                  lambda *with_: many_wait(*with_, count)):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            story(build, carrier)
            os.chdir("/")


class Carrier(Receiver):
    """Whoever carries the answers of furrowd to the buyer: takes them all."""

    def note(self, line, headers, body, manner):
        pass

    def reply(self, peer, stream, manner):
        with self.lock:
            self.at_once -= 1
        peer.sendall(answer(200))
        return True


if __name__ == "__main__":
    main()

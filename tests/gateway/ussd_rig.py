"""ussd_rig - a real furrowd with a channel of every dialect, in a folder of its
own, a market in its store, and the questions that stories ask of it."""
import json
import os
import socket
import subprocess
import time

CODE = "*384*96#"
LONGER = "*384*96*7#"  # served as well: the longest one wins
SELLER, OTHER_SELLER = "254722000001", "254722000002"
GOODS = {"maize": "kg", "beans": "kg", "tomato": "kg", "onion": "kg"}
SECRET = "zqx-not-for-logs"
PATIENCE = 15
PROFILES = ("its", "none", "mica", "sixdee")
DIALECTS = ("africastalking", "hubtel", "arkesel", "nalo", "beem", "infobip",
            "mtn", "dmark")


class Failed(Exception):
    pass


def free_port():
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        return wire.getsockname()[1]


class Rig:
    """`build` has the programs; everything else is in the present folder.
    `centres`: the ports of USSD centres by SMPP, by the profile's name."""

    def __init__(self, build, centres=None):
        self.build, self.process = os.path.abspath(build), None
        self.port, self.centres = free_port(), centres or {}
        self.write()

    def path(self, dialect):
        return f"/ussd/{dialect}"

    def write(self, more=""):
        with open("catalogue.json", "w", encoding="utf-8") as out:
            json.dump({"products": [{"key": key, "names": {"en": [key]}}
                                    for key in GOODS], "units": []}, out)
        channels = "\n".join(
            f'ussd {name[:8]} {{ dialect = "{name}" '
            f'listen = "127.0.0.1:{self.port}" path = "{self.path(name)}" '
            f'codes = {{ "{CODE}", "{LONGER}" }} allow = {{ "127.0.0.1" }} }}'
            for name in DIALECTS)
        for name, words in (("op.pass", "secret"), ("at.secret", SECRET)):
            with open(name, "w", encoding="utf-8") as out:
                out.write(words + "\n")
            os.chmod(name, 0o600)
        channels += f'''
ussd hidden {{ dialect = "africastalking" listen = "127.0.0.1:{self.port}"
  path = "/ussd/hidden" codes = {{ "{CODE}" }} secret-file = "at.secret" }}
ussd hasty {{ dialect = "arkesel" listen = "127.0.0.1:{self.port}"
  path = "/ussd/hasty" codes = {{ "{CODE}" }} idle = "1s"
  countries = {{ "+254" }} networks = {{ "MTN" }} }}'''
        channels += "".join(f'''
smpp op-{name} {{ host = "127.0.0.1" port = {port} system-id = "furrow"
  password-file = "op.pass" number = "20880" reconnect-max = "1s" }}
ussd {name} {{ dialect = "{name}" link = "op-{name}"
  codes = {{ "{CODE}", "{LONGER}" }} }}'''
                            for name, port in self.centres.items())
        with open("furrow.conf", "w", encoding="utf-8") as out:
            out.write(f'''market {{ name = "Siaya farmers" country = "254"
  currency = "KES" languages = {{ "en", "sw" }} timezone = "Africa/Nairobi"
  catalogue = "catalogue.json" answer-within = "2h" }}
limits {{ texts-per-person-hour = 0 open-orders-per-person = 0 }}
store {{ path = "furrow.db" }}
admin {{ socket = "furrow.sock" }}
{channels}
{more}
''')

    # -- the daemon --

    def start(self):
        log = open("furrowd.log", "a", encoding="utf-8")
        self.process = subprocess.Popen(
            [self.build + "/furrowd", "-f", "-c", "furrow.conf"], stderr=log,
            stdout=log)
        log.close()
        end = time.monotonic() + PATIENCE
        while not self.listens():
            if self.process.poll() is not None or time.monotonic() > end:
                with open("furrowd.log", encoding="utf-8") as log:
                    raise Failed("furrowd does not start: " + log.read()[-900:])
            time.sleep(0.02)

    def listens(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        with socket.socket(socket.AF_UNIX) as wire:
            return wire.connect_ex("furrow.sock") == 0

    def stop(self, kill=False):
        if self.process is None:
            return
        self.process.kill() if kill else self.process.terminate()
        status = self.process.wait(PATIENCE)
        self.process = None
        if status != 0 and not kill:
            raise Failed(f"furrowd ended with {status}")

    def alive(self):
        return self.process is not None and self.process.poll() is None

    # -- the market --

    def run(self, *words):
        done = subprocess.run(
            [self.build + "/furrow", "-c", "furrow.conf", *words],
            check=False, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"furrow {words}: {done.stderr}{done.stdout}")
        return done.stdout

    def sellers(self):
        with open("people.csv", "w", encoding="utf-8") as out:
            out.write("phone,name,roles,lang\n"
                      f"+{SELLER},Atieno,seller,en\n"
                      f"+{OTHER_SELLER},Barasa,seller,en\n")
        with open("offers.csv", "w", encoding="utf-8") as out:
            out.write("phone,product,quantity,unit,price\n")
            for goods, unit in GOODS.items():
                for seller in (SELLER, OTHER_SELLER):
                    out.write(f"+{seller},{goods},5000,{unit},40\n")
        self.run("person", "import", "people.csv")
        self.run("offer", "import", "offers.csv")

    def rows(self, *words):
        return [json.loads(line) for line in self.run(*words).splitlines()]

    def orders(self, number=None):
        words = ["order", "list", "--json"]
        if number:
            words += ["--phone", "+" + number]
        return self.rows(*words)

    def texts(self, number):
        return self.rows("log", "--json", "--phone", "+" + number)

"""front_siege - the door over TCP under attack, by a furrowd of its own.

front_siege.py BUILD SOURCE.  Thousands come and say nothing, half a request, an
octet now and then, leave at each octet, or speak TLS, HTTP/2 or noise where
HTTP is spoken (and the other way round).  Meanwhile people text, and each text
must become an order; who asks like anybody else is answered; what furrowd holds
of memory and sockets stays bounded.  Prints what was measured."""
import contextlib
import http.client
import json
import os
import random
import resource
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time

BUYERS = 12
CROWD = 800
GOOD_MS = 20000  # patience with a good caller, on a busy machine, too
GROWN_KIB = 64 * 1024  # of furrowd's memory, at most
KEPT_KIB = 256 * 1024  # what the address sanitizer keeps of what was freed
HOST = b"Host: localhost\r\n"
GOOD = (b"POST /api/v1/login HTTP/1.1\r\n" + HOST +
        b"Content-Type: application/json\r\nContent-Length: 34\r\n\r\n"
        b'{"name":"nobody","password":"no!"}')

HOSTILE = {  # each in a connection of its own; none may be done
    "two lengths": b"POST /api/v1/login HTTP/1.1\r\n" + HOST +
        b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "length and chunks": b"POST /api/v1/login HTTP/1.1\r\n" + HOST +
        b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "huge chunk": b"POST /api/v1/login HTTP/1.1\r\n" + HOST +
        b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    "huge length": b"POST /api/v1/login HTTP/1.1\r\n" + HOST +
        b"Content-Length: 99999999999999999999\r\n\r\n",
    "folded": b"GET /healthz HTTP/1.1\r\n" + HOST + b"A: b\r\n c\r\n\r\n",
    "no octet": b"GET /healthz%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a bare line end": b"GET /healthz HTTP/1.1\n" + HOST + b"\r\n",
    "another's address": b"GET http://127.0.0.1/healthz HTTP/1.1\r\n" + HOST +
        b"\r\n",
    "another's host": b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "two hosts": b"GET /healthz HTTP/1.1\r\n" + HOST + HOST + b"\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
    "a tunnel": b"CONNECT 127.0.0.1:25 HTTP/1.1\r\n" + HOST + b"\r\n",
    "TLS": bytes([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]) + bytes(500),
    "a head without end": b"GET / HTTP/1.1\r\n" + b"A: " + b"a" * 20000,
    "noise": random.Random(1).randbytes(5000),
}


class Failed(Exception):
    pass


def must(promise, words):
    if not promise:
        raise Failed(words)


def free_port():
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        return wire.getsockname()[1]


def until(look, words, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if look():
                return
        time.sleep(0.05)
    raise Failed(words)


class ByPath(http.client.HTTPConnection):
    """The control socket."""

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(20)
        self.sock.connect("furrow.sock")


def local(path, body=None):
    wire = ByPath("localhost")
    wire.request("GET" if body is None else "POST", "/api/v1/" + path,
                 None if body is None else json.dumps(body),
                 {"Content-Type": "application/json"})
    answer = wire.getresponse()
    text = answer.read()
    wire.close()
    return answer.status, json.loads(text or "{}")


class Rig:
    def __init__(self, build, source):
        self.build, self.source = os.path.abspath(build), source
        self.port, self.secure = free_port(), False
        self.daemon = self.network = None
        market = os.path.join(source, "packaging", "demo")
        for name in ("areas.csv", "people.csv", "offers.csv", "furrow.conf"):
            shutil.copy(os.path.join(market, name), ".")
        shutil.copy(os.path.join(source, "packaging", "catalogue.json"), ".")
        with open("phones", "w", encoding="utf-8") as out:
            for i in range(BUYERS):
                out.write(f"B{i} {self.buyer(i)} buyer\n")
        with open("furrow.conf", encoding="utf-8") as conf:
            self.market = conf.read().split("admin {")[0]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                        "-subj", "/CN=localhost", "-keyout", "key.pem", "-out",
                        "cert.pem"], check=True, capture_output=True)
        os.chmod("key.pem", 0o600)

    @staticmethod
    def buyer(i):
        return f"+2547110009{i:02}"

    def network_up(self):
        self.network = subprocess.Popen(
            [self.build + "/tests/sim/simnet", "--dir", ".", "--log",
             "network.jsonl", "--modem", "a:number=+254700000001", "--modem",
             "b:number=+254700000002"], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        until(lambda: os.path.exists("sim.sock"), "the network never came up")

    def up(self, secure):
        self.secure = secure
        with open("furrow.conf", "w", encoding="utf-8") as out:
            out.write(self.market + f'''admin {{ socket = "furrow.sock"
  listen = "127.0.0.1:{self.port}"  phones = "sim.sock"
  phones-people = "phones"{' tls-certificate = "cert.pem" tls-key = "key.pem"'
                           if secure else ""} }}''')
        with open("furrowd.log", "ab") as log:
            self.daemon = subprocess.Popen(
                [self.build + "/furrowd", "-f", "-c", "furrow.conf"],
                stdout=log, stderr=log)
        until(lambda: local("status")[0] == 200, "furrowd never came up")

    def down(self):
        self.daemon.terminate()
        code = self.daemon.wait(20)
        self.daemon = None
        must(code == 0, f"furrowd ended with {code}")

    def tidy(self):
        for process in (self.daemon, self.network):
            if process is not None:
                process.kill()
                process.wait()

    def memory_kib(self):
        with open(f"/proc/{self.daemon.pid}/status", encoding="utf-8") as file:
            for line in file:
                if line.startswith("VmHWM"):
                    return int(line.split()[1])
        raise Failed("no VmHWM")

    def sockets(self):
        folder, count = f"/proc/{self.daemon.pid}/fd/", 0
        for name in os.listdir(folder):
            with contextlib.suppress(FileNotFoundError):
                count += os.readlink(folder + name).startswith("socket:")
        return count

    def wire(self, seconds=30):
        return socket.create_connection(("127.0.0.1", self.port), seconds)


def ask(rig):
    """As anybody asks; nothing: he was let go to make room."""
    said = b""
    with contextlib.suppress(OSError), rig.wire() as wire:
        if rig.secure:
            trust = ssl.create_default_context(cafile="cert.pem")
            wire = trust.wrap_socket(wire, server_hostname="localhost")
        with wire:
            wire.sendall(b"GET /healthz HTTP/1.1\r\n" + HOST +
                         b"Connection: close\r\n\r\n")
            while piece := wire.recv(4096):
                said += piece
    return said


def healthy_ms(rig):
    """Until there is an answer, trying again as browsers do."""
    begin = time.monotonic()
    passed, said = 0, b""
    while not said and passed < GOOD_MS:
        said = ask(rig)
        passed = (time.monotonic() - begin) * 1000
    must(said.startswith(b"HTTP/1.1 200 "), f"a good caller got {said[:80]}")
    return passed


def answer_to(rig, request):
    """All that came back; the connection may break at any time."""
    said = b""
    with rig.wire() as wire:
        with contextlib.suppress(OSError):
            wire.sendall(request)
            wire.shutdown(socket.SHUT_WR)
            while piece := wire.recv(4096):
                said += piece
    return said


def leave(rig, request):
    """Says that much and is gone, without a word of parting."""
    with rig.wire() as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                        struct.pack("ii", 1, 0))
        wire.sendall(request)


def hostile(rig):
    for name, request in HOSTILE.items():
        said = answer_to(rig, request)
        must(said == b"" or said.startswith(b"HTTP/1.1 4") or
             said.startswith(b"HTTP/1.1 5"), f"{name}: {said[:80]}")
    # One good, one bad, one good: nothing behind a bad one is heard.
    good = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
    said = answer_to(rig, good + HOSTILE["length and chunks"] + good)
    must(said.count(b" 200 OK") == 1, f"behind a bad one: {said!r}")


class Crowd:
    """Who comes and does not go: one third says nothing, one third half a head,
    one third half a body, each an octet more now and then."""

    def __init__(self, rig):
        self.rig, self.wires, self.stop = rig, [], threading.Event()
        self.came = 0
        self.thread = threading.Thread(target=self.run)

    def come(self):
        with contextlib.suppress(OSError):
            wire = socket.socket()
            wire.setblocking(False)
            wire.connect_ex(("127.0.0.1", self.rig.port))
            self.wires.append(wire)
            self.came += 1

    def run(self):
        begun = (b"", GOOD[:40], GOOD[:-20])
        for i in range(CROWD):
            if self.stop.is_set():
                return
            self.come()
            if i % 50 == 49:
                time.sleep(0.02)
        turn = 0
        while not self.stop.is_set():
            for i, wire in enumerate(self.wires):
                with contextlib.suppress(OSError):
                    wire.send(begun[i % 3] if turn == 0 else b"x")
            turn += 1
            self.stop.wait(0.2)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.thread.join()
        for wire in self.wires:
            wire.close()


def text_all(rig):
    for i in range(BUYERS):
        until(lambda number=rig.buyer(i): local(
            "phones/" + number.replace("+", "%2B"),
            {"text": "2kg tomato"})[0] < 300, f"no text of {rig.buyer(i)}")


def orders():
    return len({row["buyer"] for row in local("orders")[1]["items"]})


def grown_little(rig, before, where):
    """How much furrowd has grown since, in KiB."""
    with open(rig.build + "/furrowd", "rb") as program:
        sanitized = b"__asan_init" in program.read()
    grown = rig.memory_kib() - before
    must(grown < GROWN_KIB + (KEPT_KIB if sanitized else 0),
         f"{grown} KiB more memory {where}")
    return grown


def siege(rig):
    before, held = rig.memory_kib(), rig.sockets()
    worst = 0
    with Crowd(rig) as crowd:
        begin = time.monotonic()
        text_all(rig)
        for _ in range(6):
            worst = max(worst, healthy_ms(rig))
            time.sleep(0.05)
        until(lambda: orders() == BUYERS, "a text became no order")
        took = time.monotonic() - begin
        most = rig.sockets()
    must(worst < GOOD_MS, f"a good caller waited {worst:.0f} ms")
    until(lambda: rig.sockets() <= held + 4, "sockets stay open")
    grown = grown_little(rig, before, "by TCP")
    print(f"{crowd.came} came to stay: {BUYERS} orders in {took:.1f} s, a good "
          f"caller waits {worst:.0f} ms at most, {most} sockets, "
          f"{grown} KiB more")


def each_octet(rig, request):
    for cut in range(len(request)):
        leave(rig, request[:cut])
    must(healthy_ms(rig) < GOOD_MS, "slow after those who left")


def hello():
    """A client's first octets of TLS."""
    into, out = ssl.MemoryBIO(), ssl.MemoryBIO()
    trust = ssl.create_default_context()
    with contextlib.suppress(ssl.SSLWantReadError):
        trust.wrap_bio(into, out, server_hostname="localhost").do_handshake()
    return out.read()


def no_other_protocol(rig):
    """TLS is kept, and HTTP/2 within it is not spoken."""
    trust = ssl.create_default_context(cafile="cert.pem")
    trust.set_alpn_protocols(["h2"])
    said = b""
    with contextlib.suppress(OSError):
        with trust.wrap_socket(rig.wire(), server_hostname="localhost") as w:
            must(w.selected_alpn_protocol() is None, "HTTP/2 was agreed on")
            w.sendall(HOSTILE["HTTP/2"])
            said = w.recv(4096)
    must(not said.startswith(b"HTTP/1.1 2"), f"HTTP/2: {said[:80]}")
    renewed = subprocess.run(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{rig.port}", "-tls1_2",
         "-legacy_renegotiation"], input=b"R\n", capture_output=True,
        timeout=20, check=False)
    must(b"no renegotiation" in renewed.stderr,
         f"renegotiation: {renewed.stderr[-200:]!r}")


def secure(rig):
    before = rig.memory_kib()
    first = hello()
    must(len(first) > 100, "no hello")
    for name, request in HOSTILE.items():
        said = answer_to(rig, request)
        must(not said.startswith(b"HTTP/1.1 2"), f"{name} by TLS: {said[:80]}")
    for cut in range(0, len(first), 3):
        leave(rig, first[:cut])
    no_other_protocol(rig)
    with Crowd(rig) as crowd:
        until(lambda: crowd.came > CROWD // 2, "no crowd")
        worst = max(healthy_ms(rig) for _ in range(5))
    must(worst < GOOD_MS, f"by TLS a good caller waited {worst:.0f} ms")
    grown = grown_little(rig, before, "by TLS")
    print(f"by TLS a good caller waits {worst:.0f} ms at most, "
          f"{grown} KiB more")


def play(rig):
    rig.network_up()
    rig.up(False)
    for table, file in (("area", "areas"), ("person", "people"),
                        ("offer", "offers")):
        subprocess.run([rig.build + "/furrow", "-c", "furrow.conf", table,
                        "import", file + ".csv"], check=True,
                       stdout=subprocess.DEVNULL)
    until(lambda: local("status")[1]["ok"], "the links never came up")
    hostile(rig)
    siege(rig)
    each_octet(rig, GOOD)
    rig.down()
    rig.up(True)
    secure(rig)
    rig.down()


def main(build, source):
    build, source = os.path.abspath(build), os.path.abspath(source)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 2 * CROWD:
        print(f"only {hard} descriptors may be open")
        return 77
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2 * CROWD), hard))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        rig = Rig(build, source)
        try:
            play(rig)
        except Failed as failure:
            print("FAILED:", failure)
            with open("furrowd.log", encoding="utf-8") as log:
                print("".join(log.readlines()[-15:]))
            return 1
        finally:
            rig.tidy()
            os.chdir(source)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

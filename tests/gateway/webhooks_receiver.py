"""webhooks_receiver - another program that is told: it checks what comes as
docs/webhooks.md says, and behaves as it is bidden, well or badly."""
import base64
import hashlib
import hmac
import json
import socket
import ssl
import threading

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def is_ours(secret, headers, body):
    """As the page's own example, but for the time, which a test may keep."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    said = (f"{headers['webhook-id']}.{headers['webhook-timestamp']}."
            ).encode() + body
    want = "v1," + base64.b64encode(
        hmac.new(key, said, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(want, one)
               for one in headers["webhook-signature"].split())


def answer(status, more=""):
    return (f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n{more}\r\n").encode()


# What a receiver may do with a request: the octets of its answer, and whether
# the connection ends behind them; None: it says nothing at all.
MANNERS = {
    "well": (answer(204), False),
    "fails": (answer(500), False),
    "gone": (answer(410), False),
    "redirects": (answer(302, "Location: http://127.0.0.1:1/\r\n"), False),
    "garbage": (b"\x00\xffSMTP ready\r\n\r\n", True),
    "half": (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", True),
    "half-head": (b"HTTP/1.1 20", True),
    "closes": (b"", True),
    "silent": None,
}


class Receiver:
    """Listens on 127.0.0.1.  `taken`: the events it answered 2xx to, in order;
    `asked`: (manner, id) of every request; `wrong`: what should not have come.
    """

    def __init__(self, certificate=None):
        self.lock = threading.Condition()
        self.manner = "well"
        self.taken, self.asked, self.wrong = [], [], []
        self.most_at_once = self.at_once = 0
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*certificate)
        self.wire = socket.create_server(("127.0.0.1", 0))
        self.port = self.wire.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            peer, _ = self.wire.accept()
            threading.Thread(target=self.serve, args=(peer,),
                             daemon=True).start()

    def serve(self, peer):
        try:
            if self.context:
                peer = self.context.wrap_socket(peer, server_side=True)
            with peer, peer.makefile("rb") as stream:
                while self.one(peer, stream):
                    pass
        except OSError:
            with self.lock:
                self.asked.append(("no talk", ""))
                self.lock.notify_all()

    def one(self, peer, stream):
        line = stream.readline()
        if not line:
            return False
        headers = {}
        while (field := stream.readline().strip()):
            name, _, value = field.decode().partition(":")
            headers[name.lower()] = value.strip()
        body = stream.read(int(headers.get("content-length", 0)))
        with self.lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            manner = self.manner
            self.note(line, headers, body, manner)
        return self.reply(peer, stream, manner)

    def note(self, line, headers, body, manner):
        if not line.startswith(b"POST /in?k=1 HTTP/1.1"):
            self.wrong.append(f"asked {line}")
        if not is_ours(SECRET, headers, body):
            self.wrong.append(f"signature of {headers}")
        event = json.loads(body)
        if event["id"] != headers["webhook-id"]:
            self.wrong.append(f"two ids: {event['id']}, {headers}")
        self.asked.append((manner, event["id"]))
        if manner == "well":
            self.taken.append(event)
        self.lock.notify_all()

    def reply(self, peer, stream, manner):
        try:
            if MANNERS[manner] is None:
                return stream.readline() != b""  # until they are tired of it
            octets, ends = MANNERS[manner]
            peer.sendall(octets)
            return not ends
        finally:
            with self.lock:
                self.at_once -= 1

    def be(self, manner):
        with self.lock:
            self.manner = manner

    def until(self, look, what, patience=60):
        with self.lock:
            if not self.lock.wait_for(lambda: look(self), patience):
                raise AssertionError(f"never: {what}")

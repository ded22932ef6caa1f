"""ussd_client - dials furrow as eight kinds of gateway would; no furrow inside.

Written from what the gateways publish, with the standard library and nothing of
ours, so that it errs in other places than we do.  A Call is one dialogue of one
phone; its DIALECT writes the callbacks and reads the answers, strictly: what a
gateway would not show on a phone raises Wrong.  A Screen is what is seen then,
and finds an option by its words, so that no story here knows the keys.
"""
import asyncio
import http.client
import json
import re
import socket
import urllib.parse

PATIENCE = 15  # seconds that a gateway waits for an answer
BASIC = set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
EXTENSION = set("^{}\\[~]|€\f")


class Wrong(Exception):
    """What furrow said cannot be shown, or is not what was to come."""


class Refused(Wrong):
    """Another status than 200."""

    def __init__(self, status, words):
        super().__init__(f"status {status}: {words[:200]!r}")
        self.status = status


class Ask:
    """One callback: all that is needed to send it again, octet for octet."""

    def __init__(self, method, path, headers, body=b""):
        self.method, self.path = method, path
        self.headers, self.body = headers, body

    def octets(self, host):
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if self.body or self.method != "GET":
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + self.body


class Reply:
    def __init__(self, status, kind, body):
        self.status, self.kind, self.body = status, kind, body


class Screen:
    def __init__(self, text, go_on):
        self.text, self.go_on = text, go_on
        self.judge()

    def judge(self):
        """What a phone cannot show, and what fits no screen of 160."""
        if not self.text.strip():
            raise Wrong("an empty screen")
        if re.search("[\x00-\x09\x0b-\x1f\x7f\ufeff\ufffd]", self.text):
            raise Wrong(f"marks that no phone shows: {self.text!r}")
        if set(self.text) <= BASIC | EXTENSION:
            size = sum(2 if c in EXTENSION else 1 for c in self.text)
            most = 160
        else:
            size, most = len(self.text.encode("utf-16-be")) // 2, 70
        if size > most:
            raise Wrong(f"{size} of {most}: {self.text!r}")

    def options(self):
        rows = re.findall(r"^(\d{1,2})[.):]? +(\S.*)$", self.text, re.M)
        return dict(rows)

    def key(self, words):
        """Of the option whose label the pattern is found in; or None."""
        for key, label in self.options().items():
            if re.search(words, label, re.I):
                return key
        return None

    def says(self, words):
        return re.search(words, self.text, re.I) is not None


# ---- the dialects ----

def form(pairs):
    return urllib.parse.urlencode(pairs).encode()


def json_of(reply):
    if "json" not in reply.kind:
        raise Wrong(f"{reply.kind!r} is not JSON")
    try:
        members = json.loads(reply.body.decode("utf-8"))
    except ValueError as why:
        raise Wrong(f"{why}: {reply.body[:200]!r}") from why
    if not isinstance(members, dict):
        raise Wrong(f"no object: {reply.body[:200]!r}")
    return members


def member(members, name, kind):
    if name not in members:
        raise Wrong(f"no {name} in {members}")
    if not isinstance(members[name], kind):
        raise Wrong(f"{name} is {members[name]!r}, not {kind.__name__}")
    return members[name]


def equal(members, name, value):
    if str(member(members, name, object)) != str(value):
        raise Wrong(f"{name} is {members[name]!r}, we said {value!r}")


class Dialect:
    keyed = False      # a repeat can be told from the same answer again
    has_id = True      # of its own for every session
    hangs_up = True    # tells when a phone is gone
    plus = ""          # before the digits of a phone

    def ask(self, call, event, words):
        raise NotImplementedError

    def read(self, call, reply):
        raise NotImplementedError


def post_json(path, members):
    return Ask("POST", path, {"Content-Type": "application/json"},
               json.dumps(members).encode())


class Africastalking(Dialect):
    keyed, plus = True, "+"
    content = "application/x-www-form-urlencoded"

    def ask(self, call, event, words):
        if event == "hangup":
            return Ask("POST", call.end_path, {"Content-Type": self.content},
                       form([("date", "2026-01-05 10:00:00"),
                             ("sessionId", call.id),
                             ("serviceCode", call.code),
                             ("networkCode", "63902"),
                             ("phoneNumber", call.phone),
                             ("status", "Incomplete"), ("cost", "KES 0.0"),
                             ("durationInMillis", "10000"),
                             ("hopsCount", str(call.turn)),
                             ("input", "*".join(call.answers)),
                             ("lastAppResponse", "CON x"),
                             ("errorMessage", "")]))
        joined = "*".join(call.behind + call.answers)
        return Ask("POST", call.path, {"Content-Type": self.content},
                   form([("sessionId", call.id), ("phoneNumber", call.phone),
                         ("networkCode", "63902"), ("serviceCode", call.code),
                         ("text", joined)]))

    def read(self, call, reply):
        if not reply.kind.startswith("text/plain"):
            raise Wrong(f"{reply.kind!r} is not text/plain")
        words = reply.body.decode("utf-8")
        if words[:4] not in ("CON ", "END "):
            raise Wrong(f"neither CON nor END: {words!r}")
        return Screen(words[4:], words[:4] == "CON ")


class Hubtel(Dialect):
    keyed = True
    types = {"dial": "Initiation", "answer": "Response", "hangup": "Release"}

    def ask(self, call, event, words):
        if event == "dial":
            words = call.dialled
        return post_json(call.path, {
            "SessionId": call.id, "Mobile": call.phone,
            "ServiceCode": call.code.strip("*#"), "Type": self.types[event],
            "Message": words, "Operator": "MTN", "Sequence": call.turn,
            "ClientState": call.memory, "Platform": "USSD"})

    def read(self, call, reply):
        members = json_of(reply)
        kind = member(members, "Type", str)
        if kind.lower() not in ("response", "release"):
            raise Wrong(f"Type is {kind!r}")
        call.memory = str(members.get("ClientState") or "")
        if "SessionId" in members:
            equal(members, "SessionId", call.id)
        return Screen(member(members, "Message", str),
                      kind.lower() == "response")


class Arkesel(Dialect):
    hangs_up = False

    def ask(self, call, event, words):
        new = event == "dial"
        return post_json(call.path, {
            "sessionID": call.id, "userID": "K7E2", "newSession": new,
            "msisdn": call.phone, "userData": call.dialled if new else words,
            "network": "MTN"})

    def read(self, call, reply):
        members = json_of(reply)
        equal(members, "sessionID", call.id)
        equal(members, "userID", "K7E2")
        equal(members, "msisdn", call.phone)
        return Screen(member(members, "message", str),
                      member(members, "continueSession", bool))


class Nalo(Dialect):
    has_id = hangs_up = False

    def ask(self, call, event, words):
        new = event == "dial"
        return post_json(call.path, {
            "USERID": "NALOTest", "MSISDN": call.phone,
            "USERDATA": call.dialled if new else words, "MSGTYPE": new,
            "NETWORK": "VODAFONE"})

    def read(self, call, reply):
        members = json_of(reply)
        equal(members, "USERID", "NALOTest")
        equal(members, "MSISDN", call.phone)
        return Screen(member(members, "MSG", str),
                      member(members, "MSGTYPE", bool))


class Beem(Dialect):
    keyed = True
    commands = {"dial": "initiate", "answer": "continue",
                "hangup": "terminate"}

    def ask(self, call, event, words):
        if event == "dial":
            words = call.dialled
        return post_json(call.path, {
            "command": self.commands[event], "msisdn": call.phone,
            "session_id": call.id, "operator": "vodacom",
            "payload": {"request_id": call.turn, "response": words}})

    def read(self, call, reply):
        members = json_of(reply)
        command = member(members, "command", str)
        if command not in ("continue", "terminate"):
            raise Wrong(f"command is {command!r}")
        equal(members, "session_id", call.id)
        equal(members, "msisdn", call.phone)
        payload = member(members, "payload", dict)
        equal(payload, "request_id", call.turn)
        return Screen(member(payload, "request", str), command == "continue")


class Infobip(Dialect):
    ends = {"dial": "start", "answer": "response", "hangup": "end"}
    methods = {"dial": "POST", "answer": "PUT", "hangup": "PUT"}

    def ask(self, call, event, words):
        path = f"{call.path}/session/{call.id}/{self.ends[event]}"
        if event == "dial":
            words = call.dialled
        ask = post_json(path, {"msisdn": call.phone, "text": words,
                               "shortCode": call.code})
        if call.turn % 2:  # both are seen
            ask.method = self.methods[event]
        return ask

    def read(self, call, reply):
        members = json_of(reply)
        equal(members, "responseExitCode", 200)
        if "ussdMenu" not in members and call.gone:
            return None
        return Screen(member(members, "ussdMenu", str),
                      not member(members, "shouldClose", bool))


class Mtn(Dialect):
    types = {"dial": "0", "answer": "1", "hangup": "4"}

    def ask(self, call, event, words):
        if event == "dial":
            words = call.dialled
        return post_json(call.path, {
            "sessionId": call.id, "messageType": self.types[event],
            "msisdn": call.phone, "serviceCode": call.code,
            "ussdString": words, "cellId": "4019", "language": "en",
            "imsi": "639020000000001"})

    def read(self, call, reply):
        members = json_of(reply)
        equal(members, "statusCode", "0000")
        data = member(members, "data", dict)
        wanted = member(data, "userInputRequired", bool)
        equal(data, "messageType", "1" if wanted else "2")
        equal(data, "msisdn", call.phone)
        return Screen(member(data, "inboundResponse", str), wanted)


class Dmark(Dialect):
    hangs_up = False

    def ask(self, call, event, words):
        pairs = [("transactionId", call.id), ("msisdn", call.phone),
                 ("transactionTime", "20260105T10:00:00"),
                 ("creationTime", "20260105T10:00:00"),
                 ("ussdServiceCode", call.code),
                 ("ussdRequestString",
                  call.dialled if event == "dial" else words),
                 ("response", "false")]
        return Ask("GET", call.path + "?" + urllib.parse.urlencode(pairs), {})

    def read(self, call, reply):
        members = json_of(reply)
        action = member(members, "action", str)
        if action not in ("request", "end"):
            raise Wrong(f"action is {action!r}")
        return Screen(member(members, "responseString", str),
                      action == "request")


DIALECTS = {"africastalking": Africastalking(), "hubtel": Hubtel(),
            "arkesel": Arkesel(), "nalo": Nalo(), "beem": Beem(),
            "infobip": Infobip(), "mtn": Mtn(), "dmark": Dmark()}


# ---- the way there ----

class Line:
    """A connection of a gateway, kept open from one callback to the next."""

    def __init__(self, host, port):
        self.host, self.port = host, port
        self.connection = http.client.HTTPConnection(host, port,
                                                     timeout=PATIENCE)

    def send(self, ask):
        try:
            return self.once(ask)
        except (http.client.HTTPException, ConnectionError):
            # Closed while nobody spoke: a gateway tries once more.
            self.connection.close()
            return self.once(ask)

    def once(self, ask):
        self.connection.request(ask.method, ask.path, ask.body or None,
                                ask.headers)
        got = self.connection.getresponse()
        return Reply(got.status, got.headers.get("Content-Type", ""),
                     got.read())

    def raw(self, octets, source=""):
        """One answer to octets of any kind; None: closed without a word."""
        with socket.create_connection((self.host, self.port), PATIENCE,
                                      (source, 0)) as wire:
            wire.sendall(octets)
            got = http.client.HTTPResponse(wire)
            try:
                got.begin()
            except (http.client.HTTPException, ConnectionError):
                return None
            return Reply(got.status, got.headers.get("Content-Type", ""),
                         got.read())

    def pipelined(self, asks):
        """All of them in one piece, by one connection."""
        with socket.create_connection((self.host, self.port),
                                      PATIENCE) as wire:
            wire.sendall(b"".join(ask.octets(self.host) for ask in asks))
            with wire.makefile("rb") as stream:
                return [self.read_one(stream) for _ in asks]

    @staticmethod
    def read_one(stream):
        status = int(stream.readline().split(b" ", 2)[1])
        heads = http.client.parse_headers(stream)
        return Reply(status, heads.get("Content-Type", ""),
                     stream.read(int(heads.get("Content-Length", 0))))

    async def one_of_many(self, octets, ready, go):
        reader, writer = await asyncio.open_connection(self.host, self.port)
        ready.append(1)
        await go.wait()
        writer.write(octets)
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        size = re.search(rb"(?i)content-length: *(\d+)", head)
        kind = re.search(rb"(?i)content-type: *([^\r]*)", head)
        body = await reader.readexactly(int(size.group(1))) if size else b""
        writer.close()
        return Reply(status, kind.group(1).decode() if kind else "", body)

    def many(self, asks):
        """All of them at once, each by a connection of its own that stands
        before the first octet is sent; the answers in their order."""
        async def all_of_them():
            ready, go = [], asyncio.Event()
            host = f"{self.host}:{self.port}"
            tasks = [asyncio.ensure_future(
                self.one_of_many(ask.octets(host), ready, go))
                for ask in asks]
            while len(ready) < len(tasks) and \
                    not any(task.done() for task in tasks):
                await asyncio.sleep(0.001)
            go.set()
            return await asyncio.wait_for(asyncio.gather(*tasks), 4 * PATIENCE)
        return asyncio.run(all_of_them())


class Walker:
    """Has a screen, and answers it."""
    screen = None

    def answer(self, words):
        raise NotImplementedError

    def choose(self, words):
        """The option of these words, page after page."""
        for _ in range(20):
            key = self.screen.key(words)
            if key is not None:
                return self.answer(key)
            if self.screen.key(r"more|next|zaidi") is None:
                break
            self.answer(self.screen.key(r"more|next|zaidi"))
        raise Wrong(f"no option {words!r} in {self.screen.text!r}")


class Call(Walker):
    """One dialogue.  `path` is the channel's, `end_path` where its end is told
    (africastalking has two)."""

    def __init__(self, dialect, line, number, code, name, path, end_path=None,
                 headers=None):
        self.dialect, self.line = DIALECTS[dialect], line
        self.phone = self.dialect.plus + number
        self.number, self.code, self.id = number, code, name
        self.path, self.end_path = path, end_path or path
        self.headers = headers or {}
        self.dialled, self.behind = code, []
        self.answers, self.turn, self.memory = [], 0, ""
        self.gone, self.screen, self.last = False, None, None

    def ask(self, event, words=""):
        ask = self.dialect.ask(self, event, words)
        ask.headers.update(self.headers)
        return ask

    def take(self, reply):
        if reply.status != 200:
            raise Refused(reply.status, reply.body.decode("utf-8", "replace"))
        self.screen = self.dialect.read(self, reply)
        return self.screen

    def next(self, event, words=""):
        """The callback of the next turn, not sent yet."""
        self.turn += 1
        if event == "answer":
            self.answers.append(words)
        self.last = self.ask(event, words)
        return self.last

    def dial(self, behind=""):
        """Dialled, with "1*5" behind the code or without."""
        if behind:
            self.behind = behind.split("*")
            self.dialled = self.code.rstrip("#") + "*" + behind + "#"
        return self.take(self.line.send(self.next("dial")))

    def answer(self, words):
        return self.take(self.line.send(self.next("answer", words)))

    def again(self):
        """The last callback once more, as after a lost answer."""
        return self.take(self.line.send(self.last))

    def hang_up(self):
        self.turn += 1
        self.gone = True
        reply = self.line.send(self.ask("hangup"))
        if reply.status != 200:
            raise Refused(reply.status, reply.body.decode("utf-8", "replace"))
        return reply

"""ussd_bad - what gateways send on bad days, and what attackers send, by name:
each row is a request and what must come back.  Every row is tried on a furrowd
that goes on: a good session must be served after it."""
import json
import urllib.parse

from ussd_client import Ask, Wrong
from ussd_rig import CODE, LONGER, Failed

MARK = "zqxmark"  # in what must never be sent back, or logged
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
PLUS = b"%2B"

# ---- a good start of every dialect, as its members ----


def good(dialect, number, name):
    return {
        "africastalking": {"sessionId": name, "phoneNumber": "+" + number,
                           "networkCode": "63902", "serviceCode": CODE,
                           "text": ""},
        "hubtel": {"SessionId": name, "Mobile": number,
                   "ServiceCode": CODE.strip("*#"), "Type": "Initiation",
                   "Message": CODE, "Operator": "MTN", "Sequence": 1,
                   "ClientState": "", "Platform": "USSD"},
        "arkesel": {"sessionID": name, "userID": "K7E2", "newSession": True,
                    "msisdn": number, "userData": CODE, "network": "MTN"},
        "nalo": {"USERID": "N", "MSISDN": number, "USERDATA": CODE,
                 "MSGTYPE": True, "NETWORK": "MTN"},
        "beem": {"command": "initiate", "msisdn": number, "session_id": name,
                 "operator": "vodacom",
                 "payload": {"request_id": 1, "response": CODE}},
        "infobip": {"msisdn": number, "text": CODE, "shortCode": CODE},
        "mtn": {"sessionId": name, "messageType": "0", "msisdn": number,
                "serviceCode": CODE, "ussdString": CODE},
        "dmark": {"transactionId": name, "msisdn": number,
                  "ussdServiceCode": CODE, "ussdRequestString": CODE,
                  "transactionTime": "1", "creationTime": "1",
                  "response": "false"},
    }[dialect]


IDS = {"africastalking": "sessionId", "hubtel": "SessionId",
       "arkesel": "sessionID", "beem": "session_id", "mtn": "sessionId",
       "dmark": "transactionId"}
PHONES = {"africastalking": "phoneNumber", "hubtel": "Mobile",
          "arkesel": "msisdn", "nalo": "MSISDN", "beem": "msisdn",
          "infobip": "msisdn", "mtn": "msisdn", "dmark": "msisdn"}
INPUTS = {"africastalking": "text", "hubtel": "Message",
          "arkesel": "userData", "nalo": "USERDATA", "infobip": "text",
          "mtn": "ussdString", "dmark": "ussdRequestString"}
CODES = {"africastalking": "serviceCode", "hubtel": "ServiceCode",
         "infobip": "shortCode", "mtn": "serviceCode",
         "dmark": "ussdServiceCode"}
KINDS = {"africastalking": "form", "dmark": "query"}


def pack(world, dialect, members, name, raw=None):
    """The members as this dialect's request; raw: this body instead."""
    path = world.rig.path(dialect)
    kind = KINDS.get(dialect, "json")
    if dialect == "infobip":
        path += f"/session/{name}/start"
    if kind == "query":
        query = raw or urllib.parse.urlencode(members).encode()
        return Ask("GET", path + "?" + query.decode("latin-1"), {})
    if kind == "form":
        return Ask("POST", path, {"Content-Type": FORM},
                   raw if raw is not None else
                   urllib.parse.urlencode(members).encode())
    return Ask("POST", path, {"Content-Type": JSON},
               raw if raw is not None else json.dumps(members).encode())


def start(world, dialect, **changes):
    """A good start with some members changed; None: left out."""
    number = world.number()
    name = "bad-" + number
    members = good(dialect, number, name)
    for key, value in changes.items():
        if value is None:
            members.pop(key)
        else:
            members[key] = value
    return pack(world, dialect, members, name)


def sent_as(world, dialect, method=None, kind=None, body=None):
    ask = start(world, dialect)
    ask.method = method or ask.method
    if kind:
        ask.headers["Content-Type"] = kind
    if body is not None:
        ask.body = body
    return ask


def of(dialects, make):
    """That, of each of them."""
    return lambda world: [(name, make(world, name)) for name in dialects]


def changed(dialects, key_of, value):
    return of(dialects, lambda world, name: start(
        world, name, **{key_of[name]: value}))


def raw_body(world, dialect, made):
    """made(members as text) -> the octets."""
    number = world.number()
    members = good(dialect, number, "bad-" + number)
    text = json.dumps(members) if dialect not in KINDS else \
        urllib.parse.urlencode(members)
    return pack(world, dialect, members, "bad-" + number, made(text))


ALL = sorted(PHONES)
WITH_JSON = [name for name in ALL if name not in KINDS]
WITH_BODY = [name for name in ALL if name != "dmark"]


class Row:
    """`statuses` may come back; of a 200, the words that are on the screen,
    and whether it goes on."""

    def __init__(self, name, make, *statuses, says=None, go_on=None):
        self.name, self.make, self.statuses = name, make, statuses
        self.says, self.go_on = says, go_on

    def judge(self, world):
        for dialect, ask in self.make(world):
            octets = ask if isinstance(ask, bytes) else ask.octets("h")
            reply = world.line.raw(octets)
            try:
                self.look(world, dialect, reply)
            except (Failed, Wrong) as why:
                raise Failed(f"{dialect}: {octets[-150:]!r}: {why}") from why
        after = world.call("africastalking")
        after.dial()

    def look(self, world, dialect, reply):
        status = 0 if reply is None else reply.status
        if status not in self.statuses:
            raise Failed(f"{status} and not {self.statuses}: "
                         f"{reply and reply.body[:99]!r}")
        if status == 0:
            return
        if status != 200:
            if MARK.encode() in reply.body or len(reply.body) > 500:
                raise Failed(f"it says {reply.body[:99]!r}")
            return
        if self.says is None and self.go_on is None:
            return
        screen = Judge(world, dialect).screen(reply)
        if self.says and not screen.says(self.says):
            raise Failed(f"it shows {screen.text!r}")
        if self.go_on is not None and screen.go_on != self.go_on:
            raise Failed(f"go_on is {screen.go_on}: {screen.text!r}")


class Judge:
    """Reads a screen without a call: what is echoed is not looked at."""

    def __init__(self, world, dialect):
        self.call = world.call(dialect)

    def screen(self, reply):
        from ussd_client import Screen, json_of
        name = next(n for n in ALL if n in self.call.path)
        if name == "africastalking":
            return self.call.dialect.read(self.call, reply)
        members = json_of(reply)
        text, on = {
            "hubtel": lambda m: (m["Message"], m["Type"].lower() ==
                                 "response"),
            "arkesel": lambda m: (m["message"], m["continueSession"]),
            "nalo": lambda m: (m["MSG"], m["MSGTYPE"]),
            "beem": lambda m: (m["payload"]["request"],
                               m["command"] == "continue"),
            "infobip": lambda m: (m["ussdMenu"], not m["shouldClose"]),
            "mtn": lambda m: (m["data"]["inboundResponse"],
                              m["data"]["userInputRequired"]),
            "dmark": lambda m: (m["responseString"], m["action"] ==
                                "request"),
        }[name](members)
        return Screen(text, on)


def hangups(world):
    name = "nobody-" + world.number()
    path = world.rig.path
    form = urllib.parse.urlencode({
        "sessionId": name, "phoneNumber": "+254711999999",
        "serviceCode": CODE, "status": "Incomplete"}).encode()
    hubtel = good("hubtel", "254711999999", name)
    beem = dict(good("beem", "254711999999", name), command="terminate")
    rows = [("africastalking", Ask("POST", path("africastalking") + "/event",
                                   {"Content-Type": FORM}, form)),
            ("beem", pack(world, "beem", beem, name))]
    rows += [("hubtel", pack(world, "hubtel", dict(hubtel, Type=kind), name))
             for kind in ("Release", "Timeout", "RELEASE", "timeout")]
    rows += [("mtn", pack(world, "mtn", dict(
        good("mtn", "254711999999", name), messageType=kind), name))
        for kind in ("2", "4", "5")]
    end = pack(world, "infobip", good("infobip", "254711999999", name), name)
    end.path = end.path.replace("/start", "/end")
    return rows + [("infobip", end)]


def repeated(world):
    """The second phone and the second session are nobody's."""
    rows = []
    for dialect in KINDS:
        number = world.number()
        name = "bad-" + number
        pairs = list(good(dialect, number, name).items()) + [
            (PHONES[dialect], "12ab"), (IDS[dialect], "")]
        rows.append((dialect, pack(world, dialect, None, name,
                                   urllib.parse.urlencode(pairs).encode())))
    return rows


def http_forms(world):
    """The same request as other HTTP clients write it."""
    ask = start(world, "africastalking")
    host = b"Host: h\r\nContent-Type: " + FORM.encode() + b"\r\n"
    line = f"POST {ask.path} HTTP/1.".encode()
    size = f"{len(ask.body):x}".encode()
    return [
        ("africastalking", line + b"1\r\n" + host +
         b"Transfer-Encoding: chunked\r\n\r\n" + size + b"\r\n" + ask.body +
         b"\r\n0\r\n\r\n"),
        ("africastalking", line + b"0\r\n" + host + b"Content-Length: " +
         str(len(ask.body)).encode() + b"\r\n\r\n" + ask.body),
        ("africastalking", line + b"1\r\n" + host.replace(
            b"urlencoded", b"urlencoded; charset=UTF-8") +
         b"content-length:" + str(len(ask.body)).encode() + b"\r\n\r\n" +
         ask.body),
    ]


def json_forms(world):
    """Numbers where others send words, and members in any order."""
    rows = []
    for name in ("arkesel", "nalo", "hubtel", "mtn", "beem"):
        number = world.number()
        members = good(name, number, "bad-" + number)
        members[PHONES[name]] = int(number)
        members = dict(reversed(list(members.items())))
        rows.append((name, pack(world, name, members, "bad-" + number)))
    ask = start(world, "arkesel")
    ask.headers["Content-Type"] = "application/json; charset=utf-8"
    return rows + [("arkesel", ask)]


def number_forms(world):
    rows = []
    for form in ("+{}", "00{}", "{}", "+254 711 {}"):
        number = world.number()
        text = form.format(number if "711 " not in form else
                           f"{number[5:8]} {number[8:]}")
        rows.append(("africastalking", start(
            world, "africastalking", phoneNumber=text)))
    # A plus that nobody has encoded is a blank.
    ask = start(world, "africastalking")
    ask.body = ask.body.replace(PLUS, b"+")
    return rows + [("africastalking", ask)]


def code_forms(world):
    rows = [("africastalking", start(world, "africastalking",
                                     serviceCode=form))
            for form in ("*384*96#", "384*96", "384*96#", " *384*96# ",
                         LONGER)]
    return rows + [("hubtel", start(world, "hubtel", ServiceCode=form))
                   for form in ("384*96", "*384*96#")]


BAD_NUMBERS = ("12ab", "+1234567", "+1234567890123456", "+", "anonymous",
               "+254711000001;x", "' OR 1=1 --")

BAD_ROWS = [
    Row("a method that is not the dialect's",
        lambda w: [(n, sent_as(w, n, method="DELETE")) for n in ALL] +
        [("africastalking", Ask("GET", w.rig.path("africastalking"), {})),
         ("dmark", sent_as(w, "dmark", method="POST", body=b"a=b"))], 405),
    Row("another kind of content",
        of(WITH_BODY, lambda w, n: sent_as(w, n, kind="text/xml")), 415),
    Row("a form for JSON, and JSON for a form",
        lambda w: [("arkesel", sent_as(w, "arkesel", kind=FORM)),
                   ("africastalking", sent_as(w, "africastalking",
                                              kind=JSON))], 415),
    Row("XML with a DTD and entities",
        of(WITH_BODY, lambda w, n: sent_as(
            w, n, kind="application/xml", body=b'<!DOCTYPE a [<!ENTITY b '
            b'SYSTEM "file:///etc/passwd">]><a>&b;zqxmark</a>')), 415, 400),
    Row("bad JSON",
        lambda w: [(n, raw_body(w, n, lambda t, b=b: b))
                   for n in WITH_JSON
                   for b in (b"", b"{", b"[]", b"null", b'"zqxmark"',
                             b'{"zqxmark"}', b"{}x", b"[" * 4000,
                             b'{"a":' * 1000 + b"1" + b"}" * 1000,
                             b"\xef\xbb\xbf{}")], 400),
    Row("JSON with something behind it",
        of(WITH_JSON, lambda w, n: raw_body(
            w, n, lambda t: t.encode() + b" zqxmark")), 400),
    Row("members of the wrong kind",
        lambda w: [(n, start(w, n, **{PHONES[n]: v})) for n in WITH_JSON
                   for v in ({"a": 1}, ["254711000001"], True, 1.5)], 400),
    Row("no session id", changed(IDS, IDS, None), 400),
    Row("an empty session id", changed(IDS, IDS, ""), 400),
    Row("a session id without an end", changed(IDS, IDS, "a" * 900), 400, 413),
    Row("no phone", changed(ALL, PHONES, None), 400),
    Row("an empty phone", changed(ALL, PHONES, ""), 400),
    Row("a phone that is none",
        lambda w: [(n, start(w, n, **{PHONES[n]: v})) for n in ALL
                   for v in BAD_NUMBERS], 400),
    Row("a phone in other forms", number_forms, 200, go_on=True),
    Row("a code in other forms", code_forms, 200, go_on=True),
    Row("a code that is not served",
        of(CODES, lambda w, n: start(
            w, n, **{CODES[n]: "*999#", INPUTS[n]: "" if n ==
                     "africastalking" else "*999#"})), 200,
        says="not in use", go_on=False),
    Row("a body over 8 KiB",
        of(WITH_BODY, lambda w, n: raw_body(
            w, n, lambda t: t.encode() + b" " * 8200)), 413),
    Row("a field over 1 KiB", changed(INPUTS, INPUTS, "1" * 1030), 413, 200,
        go_on=False),
    Row("a text over 512", changed(["africastalking"], INPUTS, "1" * 513),
        413, 200, go_on=False),
    Row("more than 40 answers in one",
        changed(["africastalking"], INPUTS, "*".join("1" * 41)), 200, 413,
        go_on=False),
    Row("octets that are no UTF-8",
        of(WITH_BODY, lambda w, n: raw_body(
            w, n, (lambda t: t.encode() + b"&x=%C3%28") if n in KINDS else
            (lambda t: t.encode()[:-1] + b', "x": "\xc3\x28"}'))), 400, 200),
    Row("an answer that is no UTF-8",
        lambda w: [("africastalking", raw_body(
            w, "africastalking",
            lambda t: t.encode().replace(b"text=", b"text=%C3%28"))),
            ("arkesel", raw_body(w, "arkesel", lambda t: t.encode().replace(
                b'"MTN"', b'"\xc3\x28"'))),
            ("dmark", raw_body(w, "dmark", lambda t: t.encode().replace(
                b"ussdRequestString=", b"ussdRequestString=%ff")))], 400),
    Row("NUL and marks that nobody types",
        lambda w: [(n, start(w, n, **{INPUTS[n]: v})) for n in INPUTS
                   for v in ("1\0", "\x07", "1\x1b[31m", "\x7f")], 400),
    Row("NUL in a session id", changed(IDS, IDS, "a\0b"), 400),
    Row("marks in a session id", changed(IDS, IDS, "a\nzqxmark b"), 400),
    Row("half a surrogate", of(["arkesel"], lambda w, n: raw_body(
        w, n, lambda t: t.replace('"MTN"', '"\\ud800"').encode())), 400),
    Row("a form with bad signs",
        of(["africastalking"], lambda w, n: raw_body(
            w, n, lambda t: (t.replace("text=", "text=%zz")).encode())), 400,
        200),
    Row("a parameter twice: the first counts", repeated, 200, go_on=True),
    Row("parameters that nobody knows",
        of(ALL, lambda w, n: start(w, n, zqxmark="x", cost=["1"] if n not in
                                   KINDS else "1")), 200, go_on=True),
    Row("a kind of turn that is none",
        lambda w: [("hubtel", start(w, "hubtel", Type="zqxmark")),
                   ("hubtel", start(w, "hubtel", Type=None)),
                   ("beem", start(w, "beem", command="zqxmark")),
                   ("beem", start(w, "beem", command=None)),
                   ("mtn", start(w, "mtn", messageType="9")),
                   ("mtn", start(w, "mtn", messageType="zqxmark")),
                   ("arkesel", start(w, "arkesel", newSession="zqxmark")),
                   ("nalo", start(w, "nalo", MSGTYPE="zqxmark"))], 400),
    Row("a kind of turn in other letters",
        lambda w: [("hubtel", start(w, "hubtel", Type=v)) for v in
                   ("initiation", "INITIATION")], 200, go_on=True),
    Row("a hang-up of nobody", hangups, 200),
    Row("another path",
        lambda w: [(n, Ask("POST", path, {"Content-Type": JSON}, b"{}"))
                   for n, path in (("", "/"), ("", "/ussd"), ("", "/api/v1"),
                                   ("", "/ussd/zqxmark"),
                                   ("", "/ussd/arkesel/../hubtel"),
                                   ("", "/ussd/arkeselx"))], 404, 403),
    Row("a path of infobip's that is none",
        lambda w: [("infobip", Ask("POST", w.rig.path("infobip") + end,
                                   {"Content-Type": JSON}, b"{}"))
                   for end in ("", "/session", "/session//start",
                               "/session/a", "/session/a/zqxmark",
                               "/session/a/start/b", "/session/%00/start",
                               "/session/" + "a" * 400 + "/start")],
        404, 400, 405),
    Row("HTTP as others write it", http_forms, 200, go_on=True),
    Row("JSON as others write it", json_forms, 200, go_on=True),
    Row("no HTTP at all",
        lambda w: [("", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 9 +
                    b"\r\n\r\n"), ("", b"GET\r\n\r\n"),
                   ("", b"POST / HTTP/9.9\r\n\r\n")], 0, 400, 404, 405, 501,
        505),
    Row("a head without an end",
        lambda w: [("", b"POST /ussd/arkesel HTTP/1.1\r\nX: " + b"a" * 70000 +
                    b"\r\n\r\n")], 0, 400, 413, 431),
]

"""openapi_check - docs/openapi.yaml against a running furrowd.

openapi_check.py YAML ROUTES SOCKET PORT ROUNDS

1. The description and the API's own table have the same paths and roles.
2. Every GET is asked, and its answer must be as described: no field may be
   missing from the description.
3. ROUNDS times every operation is asked over TCP with values made up from the
   description: good ones, and what an attacker or a tired script would send.
   No answer is a 5xx (but 503, "not now"), every error is a problem, and at
   the end the daemon is well and its audit whole.

The series of values is the same in every run.
"""
import json
import random
import re
import socket
import sys

import jsonschema
import yaml

HOSTILE = [
    "", "0", "-1", "9223372036854775807", "9223372036854775808", "1e309",
    "NaN", "null", "%00", "%0a", "..", "../../etc/passwd", "' OR 1=1 --",
    "\" MATCH \"", "*", "NEAR(a b)", "<script>alert(1)</script>",
    "\u202e\u0000", "\U0001f33d" * 40, "a" * 3000, "\ud800", "{{7*7}}",
    "2026-13-45", "1969-12-31", "id:1", "id:-5", "id:99999999999999999999",
    "+254711000001", "0711000001", "+", "=1+1", "\x7f", "K7F", "K7F4M9",
]
BODIES = [b"", b"[]", b"null", b"{", b"{\"a\":" * 400, b"\xff\xfe",
          b"{\"text\":\"" + b"x" * 60000 + b"\"}", b"{\"person\":1e400}",
          b"{\"to\":\"\\ud800\"}", b"1", b"\"a\"", b"{\"a\":1,\"a\":2}"]
# These end what the test itself needs.
LEFT_OUT = {"/api/v1/tokens/{id}/revoke", "/api/v1/logout", "/api/v1/setup",
            "/api/v1/backup", "/api/v1/links/{name}/reset"}
failures = []


def fail(text):
    failures.append(text)


class Answer:
    def __init__(self, raw):
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1]) if " " in lines[0] else 0
        self.headers = dict(
            (k.lower(), v.strip())
            for k, _, v in (x.partition(":") for x in lines[1:]))
        self.body = body
        if "chunked" in self.headers.get("transfer-encoding", ""):
            self.body = join_chunks(body)
        self.type = self.headers.get("content-type", "").split(";")[0]

    def json(self):
        return json.loads(self.body)


def join_chunks(body):
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        octets = int(size.split(b";")[0] or b"0", 16)
        if octets == 0:
            break
        whole, body = whole + body[:octets], body[octets + 2:]
    return whole


class Peer:
    """One request a connection, over the socket or by TCP with a token."""

    def __init__(self, path=None, port=None, token=None):
        self.path, self.port, self.token = path, port, token

    def ask(self, method, target, body=None, kind="application/json"):
        if self.path:
            s = socket.socket(socket.AF_UNIX)
            s.connect(self.path)
        else:
            s = socket.create_connection(("127.0.0.1", self.port))
        s.settimeout(20)
        head = "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n" \
            "Connection: close\r\n" % (method, target, self.port or 0)
        if self.token:
            head += "Authorization: Bearer %s\r\n" % self.token
        if body is not None:
            head += "Content-Type: %s\r\nContent-Length: %d\r\n" % (
                kind, len(body))
        raw = b""
        try:
            s.sendall(head.encode() + b"\r\n" + (body or b""))
            while True:
                got = s.recv(65536)
                if not got:
                    break
                raw += got
        except (ConnectionResetError, BrokenPipeError):
            pass
        s.close()
        return Answer(raw or b"HTTP/1.1 0 closed\r\n\r\n")


def resolve(doc, node):
    while isinstance(node, dict) and "$ref" in node:
        at = doc
        for part in node["$ref"].split("/")[1:]:
            at = at[part]
        node = at
    return node


def strict(doc, node):
    """The schema with every $ref put in, and closed: no other fields."""
    node = resolve(doc, node)
    if isinstance(node, list):
        return [strict(doc, x) for x in node]
    if not isinstance(node, dict):
        return node
    out = {k: strict(doc, v) for k, v in node.items()}
    if "properties" in out and "additionalProperties" not in out:
        out["additionalProperties"] = False
    return out


def operations(doc):
    for path, ops in doc["paths"].items():
        for method, op in ops.items():
            yield path, method.upper(), op


# -- 1 ------------------------------------------------------------------------


def check_routes(doc, routes):
    told = {}
    for path, method, op in operations(doc):
        if op.get("x-role") and op["x-role"] != "nobody" \
                and path != "/api/v1/me":
            short = re.sub(r"\{\w+\}", "{}", path[len("/api/v1/"):])
            # audit/verify and the like are names in the table
            told[method, short] = op["x-role"]
    table = {}
    for line in routes.read().splitlines():
        method, path, role = line.split()
        table[method, path] = role
    for (method, path), role in table.items():
        fitting = [r for (m, p), r in told.items() if m == method and re.match(
            "^" + re.escape(path).replace(r"\{\}", "[^/]+") + "$", p)]
        if not fitting:
            fail("%s /api/v1/%s is not described" % (method, path))
        elif set(fitting) != {role}:
            fail("%s %s takes the role %s, described as %s" %
                 (method, path, role, fitting))
    for (method, path), role in told.items():
        if not any(m == method and re.match(
                "^" + re.escape(p).replace(r"\{\}", "[^/]+") + "$", path)
                for m, p in table):
            fail("%s /api/v1/%s is described, but is not there" %
                 (method, path))


# -- 2 ------------------------------------------------------------------------


def fill(doc, peer):
    """Something in every list, so that rows are looked at, too."""
    def post(path, body):
        return peer.ask("POST", "/api/v1/" + path, json.dumps(body).encode())
    post("aliases", {"name": "waru", "product": "potato"})
    post("broadcasts", {"text": "Market day is Friday", "roles": "seller"})
    post("weights", {"name": "poor", "factor": "2"})
    post("weights/poor/join", {"phone": "0722000001"})
    post("users", {"name": "amina", "role": "viewer",
                   "password": "maize and beans at dawn"})
    post("messages", {"to": "0799000001", "text": "hello"})
    post("ussd-sim", {"phone": "0711000001", "dialled": "*384*96#",
                      "session": "t1"})
    token = post("tokens", {"name": "check", "role": "admin", "days": 3})
    return token.json()["token"]


def known_values(peer):
    order = peer.ask("GET", "/api/v1/orders").json()["items"][0]
    return {"code": order["code"], "id": "1", "name": "a", "phone": "id:1",
            "report": "sales"}


NAMES = {"/api/v1/users/{name}": "amina", "/api/v1/phones/{name}": "Amina",
         "/api/v1/privacy/{name}": "person",
         "/api/v1/consents": "?phone=0722000001",
         "/api/v1/households": "?phone=0722000001",
         "/api/v1/receipts": "?phone=0722000001",
         "/api/v1/route": "?phone=0711000001"}


def check_answers(doc, peer):
    values, shown = known_values(peer), 0
    for path, method, op in operations(doc):
        content = op["responses"].get("200", {}).get("content", {})
        schema = content.get("application/json", {}).get("schema")
        if method != "GET" or schema is None:
            continue
        special = NAMES.get(path, "")
        target = re.sub(r"\{(\w+)\}", lambda m: special or values[m[1]], path)
        if special.startswith("?"):
            target += special
        if path == "/api/v1/shares":
            target += "?code=" + values["code"]
        answer = peer.ask(method, target)
        if answer.status in (401, 404) and (
                path.startswith("/api/v1/me") or path.endswith("sales/{id}")):
            continue
        if answer.status != 200:
            fail("%s: %d %s" % (target, answer.status, answer.body[:200]))
            continue
        shown += 1
        for error in jsonschema.Draft202012Validator(
                strict(doc, schema)).iter_errors(answer.json()):
            fail("%s: %s at %s" % (target, error.message[:200],
                                   "/".join(map(str, error.path))))
    return shown


# -- 3 ------------------------------------------------------------------------


def escaped(value):
    octets = value.encode("utf-8", "surrogatepass")
    if value.startswith("%"):
        return value
    return "".join(chr(b) if chr(b).isalnum() else "%%%02X" % b
                   for b in octets)


def made_up(rnd, schema):
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if rnd.random() < 0.4:
        return rnd.choice(HOSTILE + [None, [], {}, True, -1, 2 ** 63, 0.5])
    if kind in ("integer", "number"):
        return rnd.choice([0, 1, 2, 7, 2 ** 31, -3, 1.5])
    if kind == "boolean":
        return rnd.random() < 0.5
    if kind == "array":
        return [made_up(rnd, schema.get("items", {})) for _ in range(2)]
    if kind == "object":
        return {k: made_up(rnd, v)
                for k, v in schema.get("properties", {}).items()}
    return rnd.choice(schema.get("enum", ["tomato", "kg", "a", "Juma",
                                          "0711000001", "1"]))


def request_of(doc, rnd, path, op):
    query = []
    for parameter in op.get("parameters", []):
        parameter = resolve(doc, parameter)
        value = str(made_up(rnd, parameter["schema"]))
        if parameter["in"] == "path":
            path = path.replace("{%s}" % parameter["name"],
                                escaped(value) or "x")
        elif rnd.random() < 0.5:
            query.append(parameter["name"] + "=" + escaped(value))
    body, kind = None, "application/json"
    if "requestBody" in op:
        content = op["requestBody"]["content"]
        kind = rnd.choice(list(content))
        schema = strict(doc, content[kind]["schema"])
        body = json.dumps(made_up(rnd, schema), allow_nan=True).encode()
        if rnd.random() < 0.2:
            body = rnd.choice(BODIES)
    elif path and "post" in op.get("x-method", ""):
        body = b"{}"
    return path + ("?" + "&".join(query) if query else ""), body, kind


def check_fuzz(doc, peer, rounds):
    rnd, asked = random.Random(1), 0
    problem = strict(doc, doc["components"]["schemas"]["Problem"])
    validator = jsonschema.Draft202012Validator(problem)
    for _ in range(rounds):
        for path, method, op in operations(doc):
            if path in LEFT_OUT or path == "/api/v1/events":
                continue
            target, body, kind = request_of(doc, rnd, path, op)
            if method == "POST" and body is None:
                body = b"{}"
            answer = peer.ask(method, target, body, kind)
            asked += 1
            about = "%s %s %r: %d" % (method, target[:300],
                                      (body or b"")[:300], answer.status)
            if answer.status == 0 or answer.status >= 500 \
                    and answer.status != 503:
                fail(about + " " + repr(answer.body[:300]))
            elif answer.status >= 400:
                if answer.type != "application/problem+json":
                    fail(about + " is told as " + answer.type)
                elif list(validator.iter_errors(answer.json())):
                    fail(about + " is no problem: " + repr(answer.body[:300]))
    return asked


def main():
    yaml_path, routes_path, path, port, rounds = sys.argv[1:]
    with open(yaml_path, encoding="utf-8") as file:
        doc = yaml.safe_load(file)
    with open(routes_path, encoding="utf-8") as file:
        check_routes(doc, file)
    local = Peer(path=path)
    token = fill(doc, local)
    shown = check_answers(doc, local)
    asked = check_fuzz(doc, Peer(port=int(port), token=token), int(rounds))
    check = local.ask("GET", "/api/v1/audit/verify")
    if check.status != 200 or not check.json()["whole"]:
        fail("the audit is not whole: %s" % check.body[:300])
    if local.ask("GET", "/healthz").status != 200:
        fail("the daemon is not well any more")
    for text in failures[:60]:
        print(text)
    print("%d answers as described, %d made-up requests, %d failures" %
          (shown, asked, len(failures)))
    sys.exit(1 if failures else 0)


main()

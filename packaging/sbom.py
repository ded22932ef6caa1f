"""sbom - what furrow is made of, as CycloneDX 1.5 (ECMA-424) in JSON.

sbom.py SOURCE VERSION PROGRAM... writes to standard output: the system's
packages whose libraries the PROGRAMs are linked with (ldd and dpkg say which),
and the console's packages from web/package-lock.json, each with its purl and a
hash.  The same build gives the same octets: no time, no random number.  Debian
and its kin only."""
import base64
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import uuid


class Trouble(Exception):
    pass


def said(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C"})
    if done.returncode != 0:
        raise Trouble(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def libraries(programs):
    """Files; a library that is not found is no library to tell of."""
    files = set()
    for program in programs:
        text = said("ldd", program)
        if "not found" in text:
            raise Trouble(f"{program}: a library is not found:\n{text}")
        files |= set(re.findall(r"(?:=> |^\s+)(/\S+) \(0x", text, re.M))
    return sorted(os.path.realpath(file) for file in files)


def owner(file):
    """The package of a file; dpkg knows some by their place before /usr was
    merged."""
    for path in (file, file.removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "-S", path], capture_output=True,
                              text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(": ")[0].split(",")[0]
    raise Trouble(f"{file}: no package has it")


def by_dpkg(programs):
    distribution = platform.freedesktop_os_release()["ID"]
    files = {}
    for file in libraries(programs):
        files.setdefault(owner(file), []).append(file)
    for package, held in sorted(files.items()):
        name, version, arch, source = said(
            "dpkg-query", "-W", "-f",
            "${Package}\t${Version}\t${Architecture}\t${source:Package}",
            package).split("\t")
        digest = hashlib.sha256()
        for file in held:
            with open(file, "rb") as library:
                digest.update(library.read())
        purl = (f"pkg:deb/{distribution}/{name}@"
                f"{version.replace(':', '%3A').replace('+', '%2B')}"
                f"?arch={arch}")
        yield {"type": "library", "bom-ref": purl, "name": name,
               "version": version, "purl": purl,
               "hashes": [{"alg": "SHA-256", "content": digest.hexdigest()}],
               "properties": [{"name": "furrow:source", "value": source}] + [
                   {"name": "furrow:file", "value": os.path.basename(file)}
                   for file in held]}


def by_npm(lock):
    with open(lock, encoding="utf-8") as file:
        packages = json.load(file)["packages"]
    for place, row in sorted(packages.items()):
        if place == "" or row.get("dev"):
            continue
        name = place.rsplit("node_modules/", 1)[1]
        kind, digest = row["integrity"].split("-", 1)
        purl = f"pkg:npm/{name.replace('@', '%40')}@{row['version']}"
        yield {"type": "library", "bom-ref": purl, "name": name,
               "version": row["version"], "purl": purl,
               "licenses": [{"license": {"id": row["license"]}}],
               "hashes": [{"alg": kind.upper().replace("SHA", "SHA-"),
                           "content": base64.b64decode(digest).hex()}]}


def main(source, version, *programs):
    parts = list(by_dpkg(programs))
    parts += by_npm(os.path.join(source, "web", "package-lock.json"))
    whole = f"pkg:generic/furrow@{version}"
    bom = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
           "metadata": {"component": {
               "type": "application", "bom-ref": whole, "name": "furrow",
               "version": version, "purl": whole}},
           "components": parts,
           "dependencies": [{"ref": whole, "dependsOn":
                             [part["bom-ref"] for part in parts]}]}
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bom, sort_keys=True))
    bom["serialNumber"] = f"urn:uuid:{serial}"
    json.dump(bom, sys.stdout, indent=2, sort_keys=True)
    print()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Trouble as trouble:
        sys.exit(f"sbom: {trouble}")

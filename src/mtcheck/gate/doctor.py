"""What mtcheck has to work with on this machine; what is missing, and how to get it.

Nothing is fetched, and no server is asked.
"""

from __future__ import annotations

import glob
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from mtcheck.engine.cache import folder
from mtcheck.engine.installed import GROUP, pack_path
from mtcheck.errors import MtcheckError
from mtcheck.gate.packages import needs
from mtcheck.gate.verdict import count_of
from mtcheck.version import __version__

Grade = Literal["ok", "missing", "broken"]

PARTS = {
    "web": "finds the article in a web page",
    "parquet": "reads Parquet files",
    "languagetool": "starts LanguageTool (--languagetool local)",
}
"""What the optional parts are for."""

_JARS = "LanguageTool-*/languagetool-server.jar"
_PATIENCE = 20  # seconds that a program may take to say its version


class Finding(NamedTuple):
    """One thing that was looked at. Without what is "missing" mtcheck works, but for one thing;
    "broken" is what stops it. `advice` says how to mend it."""

    grade: Grade
    what: str
    advice: str = ""


def examined() -> Iterator[Finding]:
    """Yield what was found, the most needed first."""
    looks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _itself,
        _packages,
        _rules,
        _installed_packs,
        _config,
        _cache,
        _programs,
    )
    broken: dict[str, None] = {}
    for look in looks:
        try:
            yield from look()
        except ImportError as error:  # a package that is there in name only
            broken[str(error)] = None
    for each in broken:
        yield Finding("broken", each, "pip install --force-reinstall mtcheck")


def _itself() -> Iterator[Finding]:
    import mtcheck

    where = os.path.dirname(os.path.abspath(mtcheck.__file__))
    yield Finding("ok", f"mtcheck {__version__} in {where}")
    on = f"{platform.system()} {platform.machine()}"
    yield Finding("ok", f"Python {platform.python_version()} in {sys.executable}, {on}")


def _packages() -> Iterator[Finding]:
    wanted = needs()
    if not wanted:
        yield Finding("ok", "it runs from its sources; what packages it needs says pyproject.toml")
    good = [each for each in wanted if not each.extra and each.is_met]
    if good:
        yield Finding("ok", "needs " + ", ".join(f"{each.name} {each.found}" for each in good))
    for each in wanted:
        if not each.extra and not each.is_met:
            have = f"is {each.found}, not {each.bounds}" if each.found else "is not installed"
            advice = f"pip install '{each.name}{each.bounds}'"
            yield Finding("broken", f"the package {each.name} {have}", advice)
    for extra in sorted({each.extra for each in wanted} - {""}):
        parts = [each for each in wanted if each.extra == extra]
        what = f"optional part {extra}: {PARTS.get(extra, 'more formats')}"
        if all(each.is_met for each in parts):
            versions = ", ".join(f"{each.name} {each.found}" for each in parts)
            yield Finding("ok", f"{what} ({versions})")
        else:
            yield Finding("missing", what, f"pip install 'mtcheck[{extra}]'")


def _rules() -> Iterator[Finding]:
    from mtcheck.gate.rules import loaded  # late, like all that could be missing

    try:
        ids = loaded(()).shelf.ids
    except MtcheckError as error:
        yield Finding("broken", f"the shipped rules: {_first(error)}", "install mtcheck anew")
        return
    packs = {id_.rpartition("/")[0] for id_ in ids}
    areas: dict[str, int] = {}
    for id_ in ids:
        areas[id_.partition("/")[0]] = areas.get(id_.partition("/")[0], 0) + 1
    each = ", ".join(f"{area} {number:,}" for area, number in sorted(areas.items()))
    yield Finding("ok", f"{count_of(len(ids), 'rule')} in {count_of(len(packs), 'pack')}: {each}")


def _installed_packs() -> Iterator[Finding]:
    from importlib.metadata import entry_points

    from mtcheck.gate.rules import loaded

    for name in sorted({entry.name for entry in entry_points(group=GROUP)}):
        try:
            where = pack_path(name)
            number = len(loaded((where,)))
        except MtcheckError as error:
            yield Finding(
                "broken", f"installed pack {name}: {_first(error)}", "mend it, or uninstall it"
            )
        else:
            yield Finding("ok", f"installed pack {name}: {count_of(number, 'rule')} in {where}")


def _config() -> Iterator[Finding]:
    from mtcheck.gate.config.effective import configured_by
    from mtcheck.gate.config.files import find
    from mtcheck.gate.rules import chosen

    try:
        path = find(os.curdir)
        if path is None:
            yield Finding("ok", "no config here or above; that is fine")
            return
        config = configured_by(path, {})
        for each in [*config.all(), config.of_run]:
            settings = each.settings()
            number = len(chosen(settings.rules, settings.severities))
    except MtcheckError as error:
        yield Finding("broken", f"config: {error}", "mend it, or use --no-config")
        return
    names = ", ".join(config.names)
    yield Finding("ok", f"config {names}: profile {config.profile}, {count_of(number, 'rule')} run")


def _cache() -> Iterator[Finding]:
    where = folder()
    if where is None:
        yield Finding("missing", "a place for caches", "set MTCHECK_CACHE_DIR to a folder")
        return
    near = where
    while not os.path.exists(near):
        near = os.path.dirname(near)
    if not os.access(near, os.W_OK) or not os.path.isdir(near):
        advice = "set MTCHECK_CACHE_DIR to a folder that can be written"
        yield Finding("missing", f"caches: {where} cannot be written", advice)
        return
    files = [os.path.join(top, name) for top, _, names in os.walk(where) for name in names]
    size = sum(os.path.getsize(file) for file in files if os.path.exists(file))
    yield Finding("ok", f"caches in {where}: {count_of(len(files), 'file')}, {size / 1e6:.1f} MB")


def _programs() -> Iterator[Finding]:
    git = _says("git", "--version")
    if git:
        yield Finding("ok", f"{git}, for --diff-base")
    else:
        yield Finding("missing", "git, for --diff-base", "install git")
    java = _says("java", "-version")
    if java:
        yield Finding("ok", f"Java, for LanguageTool: {java}")
    else:
        yield Finding("missing", "Java, for LanguageTool", "install Java 17 or later")
    jars = _language_tools()
    for jar in jars:
        yield Finding("ok", f"LanguageTool in {os.path.dirname(jar)}")
    if not jars:
        how = "python tools/languagetool/install.py (docs/languagetool.md)"
        yield Finding("missing", "LanguageTool, for --languagetool local", how)


def _says(program: str, option: str) -> str | None:
    """Return the first line of what a program says of its version; None when it cannot be run."""
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run(
            [path, option], capture_output=True, check=False, timeout=_PATIENCE, text=True
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0].strip() if lines and done.returncode == 0 else None


def _language_tools() -> list[str]:
    """Return the servers of LanguageTool where the package language_tool_python keeps them."""
    own = [os.environ[name] for name in ("LTP_PATH", "LTP_JAR_DIR_PATH") if os.environ.get(name)]
    places = [*own, os.path.join(os.path.expanduser("~"), ".cache", "language_tool_python")]
    found = [jar for place in places for jar in glob.glob(os.path.join(glob.escape(place), _JARS))]
    beside = (os.path.join(place, os.path.basename(_JARS)) for place in own)
    return sorted({*found, *filter(os.path.exists, beside)})


def _first(error: MtcheckError) -> str:
    """Return the first of the problems of an error; `mtcheck rules lint` says all of them."""
    return str(error).partition("\n")[0]

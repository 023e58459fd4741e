"""Set up this machine for `make sample` and, with --tests, for `make test`; standard library only.

Each step looks first and acts only where something is missing, so a second run does nothing and
needs no network. Where root is needed and cannot be had, the one line to type is printed.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Set
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WHEELS = ROOT / ".cache" / "wheel"

#: Debian's package for each library that draws, under the name the linker knows.
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
#: Debian's package for each program that looks at our web pages.
BROWSER = {"chromium": "chromium", "chromedriver": "chromium-driver", "npm": "npm"}
#: Debian's package for the program that measures ink on the plates of a press.
PRESS = {"gs": "ghostscript"}
#: What comes from npm for the same, with the hash of the one file that is used of it; the versions
#: stand in tests/web/package.json.
WEB = ROOT / ".cache" / "web"
WEB_TOOLS = {
    "axe-core/axe.min.js": "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
    "vnu-jar/build/dist/vnu.jar": (
        "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
    ),
}
#: Runs a script of ours before anything is installed.
CHECKOUT = {**os.environ, "PYTHONPATH": str(ROOT)}
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "publish", "layouts", "assets")


def main() -> None:
    """Bring what is missing."""
    fetch = [sys.executable, str(ROOT / "tools" / "verapdf.py")]
    has_verapdf = subprocess.run([*fetch, "--is-there"], env=CHECKOUT).returncode == 0
    install_packages([*missing_libraries(), *missing_venv(), *missing_maven(has_verapdf)])
    make_venv()
    install_wheel()
    if not has_verapdf:
        run(fetch, env=CHECKOUT)
    if "--tests" in sys.argv[1:]:
        bring("web pages", BROWSER, needless={"npm"} if has_web_tools() else set())
        bring("print files", PRESS)
        bring_web_tools()


def bring(what: str, programs: dict[str, str], *, needless: Set[str] = frozenset()) -> None:
    """Install programs where that is possible; tests that need them say so where it is not."""
    wanted = [package for program, package in programs.items() if not shutil.which(program)]
    wanted = [package for package in wanted if package not in needless]
    may_install = privilege() is not None and shutil.which("apt-get")
    if wanted and not may_install and os.environ.get("CI") != "true":
        say(f"tests of {what} will be skipped: {', '.join(wanted)} cannot be installed here")
    else:
        install_packages(wanted)


def bring_web_tools() -> None:
    """Fetch with npm what tests of web pages need, by name and version, and look at its hash."""
    if has_web_tools() or not shutil.which("npm"):
        return
    say("fetching what looks at web pages")
    shutil.rmtree(WEB, ignore_errors=True)
    WEB.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "web" / "package.json", WEB)
    quiet = ["--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
    command = ["npm", "install", *quiet, "--prefix", str(WEB)]
    done = subprocess.run(command, cwd=WEB, stdin=subprocess.DEVNULL)
    if done.returncode == 0 and not has_web_tools():
        stop("npm brought other files for the tests of web pages than those that are pinned")
    if done.returncode and os.environ.get("CI") == "true":
        stop(f"this command failed: {shlex.join(command)}")
    if done.returncode:
        say("tests of web pages will be skipped: npm could not fetch what they need")


def has_web_tools() -> bool:
    """Tell whether the very files are there that we have looked at."""
    for name, wanted in WEB_TOOLS.items():
        file = WEB / "node_modules" / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            return False
    return True


def missing_libraries() -> list[str]:
    """Name the packages of the system libraries that cannot be loaded."""
    return [package for name, package in LIBRARIES.items() if not loads(name)]


def loads(name: str) -> bool:
    """Tell whether the linker finds a library."""
    for file in (f"lib{name}.so.0", ctypes.util.find_library(name)):
        try:
            if file and ctypes.CDLL(file):
                return True
        except OSError:
            continue
    return False


def missing_venv() -> list[str]:
    """Name the package that brings `venv`, which Debian leaves out of Python."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_maven(has_verapdf: bool) -> list[str]:
    """Name the package that brings Maven, the client that veraPDF is fetched with."""
    return [] if has_verapdf or shutil.which("mvn") else ["maven"]


def install_packages(packages: list[str]) -> None:
    """Install with apt-get as root or by a sudo that asks nothing; else say what to type."""
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    right = privilege()
    if right is None or not shutil.which("apt-get"):
        line = shlex.join(["sudo", *install]) if shutil.which("apt-get") else " ".join(packages)
        stop(f"{', '.join(packages)} must be installed first. Please type:\n\n  {line}\n")
    say(f"installing {', '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*right, "apt-get", "update", "-q"], env=quiet, check=False)
    run([*right, *install, "-q"], env=quiet)


def privilege() -> list[str] | None:
    """Return what to put before a command to run it as root; `None` if that cannot be."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def make_venv() -> None:
    """Make `.venv` with exactly what the lock file holds."""
    wanted = digest(ROOT / "requirements.lock", text=sys.version)
    stamp = VENV / "lock.sha256"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("making .venv from requirements.lock")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    pip(
        "install",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        str(ROOT / "requirements.lock"),
    )
    stamp.write_text(wanted)


def install_wheel() -> None:
    """Build the wheel and install it, if a source changed since the last time."""
    wanted = digest(*(ROOT / source for source in SOURCES))
    stamp = VENV / "wheel.sha256"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("building and installing the wheel")
    shutil.rmtree(WHEELS, ignore_errors=True)
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(WHEELS), str(ROOT))
    (wheel,) = WHEELS.glob("*.whl")
    pip("install", "--no-deps", "--no-index", "--force-reinstall", str(wheel))
    stamp.write_text(wanted)


def digest(*paths: Path, text: str = "") -> str:
    """Hash files, and folders with all that is in them; `text` goes in first."""
    total = hashlib.sha256(text.encode())
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if file.is_file() and "__pycache__" not in file.parts:
                total.update(f"{file.relative_to(ROOT)}\0".encode())
                total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def pip(*arguments: str) -> None:
    """Run pip of `.venv`."""
    run([str(VENV / "bin" / "python"), "-m", "pip", "--quiet", "--no-input", *arguments])


def run(command: list[str], *, env: dict[str, str] | None = None) -> None:
    """Run a command away from the checkout's `publish/`; stop if it fails."""
    done = subprocess.run(command, env=env, cwd=ROOT / "tools", stdin=subprocess.DEVNULL)
    if done.returncode:
        stop(f"this command failed: {shlex.join(command)}")


def say(message: str) -> None:
    """Tell what is being done."""
    print(f"set-up: {message}", file=sys.stderr, flush=True)


def stop(message: str) -> None:
    """End with the exit code for a machine that lacks something."""
    say(message)
    sys.exit(3)


if __name__ == "__main__":
    main()

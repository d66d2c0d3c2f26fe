"""What the command does when something is wrong with mtcheck itself, or with where it runs."""

import io
import signal
import sys

import pytest

import mtcheck as package
from mtcheck.cli import group
from mtcheck.cli import main as module


@pytest.fixture
def broken(monkeypatch, tmp_path):
    """Run `check` on a file while the checker raises; returns the exit status."""
    article = tmp_path / "a.txt"
    article.write_text("A text.")

    def run(error):
        def check(*_):
            raise error

        monkeypatch.setattr("mtcheck.gate.run.results", check)
        monkeypatch.setattr(sys, "argv", ["mtcheck", "check", str(article)])
        with pytest.raises(SystemExit) as left:
            module.run()
        return left.value.code

    # What `run` changes of the process is not to outlive the test.
    before = signal.getsignal(signal.SIGPIPE)
    yield run
    signal.signal(signal.SIGPIPE, before)


def test_a_bug_is_status_three_with_a_traceback_and_asks_for_a_report(broken, capsys):
    assert broken(ZeroDivisionError("x")) == 3
    stderr = capsys.readouterr().err
    assert "Traceback" in stderr
    assert stderr.endswith(
        "mtcheck: this is a bug of mtcheck; please report it with the lines above\n"
    )


def test_ctrl_c_is_status_130(broken, capsys):
    assert broken(KeyboardInterrupt()) == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["signal", "click", "ahocorasick_rs"])
def test_ctrl_c_is_quiet_while_modules_are_imported(mtcheck, tmp_path, name):
    (tmp_path / f"{name}.py").write_text("raise KeyboardInterrupt")
    done = mtcheck("check", tmp_path / f"{name}.py", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"")


def test_the_package_has_its_public_names_and_no_others():
    for name in package.__all__:
        assert getattr(package, name)
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        _ = package.chekc


def test_an_error_of_the_system_is_one_sentence(broken, capsys, monkeypatch):
    monkeypatch.setattr(group, "_forget_output", lambda: None)
    assert broken(OSError(5, "Input/output error", "disk")) == 2
    assert capsys.readouterr().err == "mtcheck: disk: Input/output error\n"


def test_systems_without_sigpipe(broken, monkeypatch):
    monkeypatch.delattr(signal, "SIGPIPE")
    try:
        assert broken(KeyboardInterrupt()) == 130
    finally:
        monkeypatch.undo()


@pytest.mark.parametrize(
    ("asked", "written"), [("latin-1", b"\\udcff\\u65b0"), (None, b"\\udcff\xe6\x96\xb0")]
)
def test_streams_are_utf8_but_where_python_is_told(broken, monkeypatch, asked, written):
    raw = io.BytesIO()
    if asked:
        monkeypatch.setenv("PYTHONIOENCODING", asked)
    else:
        monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "latin-1"))
    broken(KeyboardInterrupt())
    sys.stdout.write("\udcff新")
    sys.stdout.flush()
    assert raw.getvalue() == written

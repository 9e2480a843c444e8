import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from conferences.exporting import export_recaps
from conferences.exporting.posts import edited_post_files
from conferences.models import Recap
from tests.importing.posts import post_texts
from tests.importing.state import fresh_base, import_posts

pytestmark = pytest.mark.django_db

NEWLINES = st.sampled_from((b"\n", b"\r\n", b"\r"))
ENDS = st.sampled_from((b"", b"\n", b"\n\n\n", b"caf\xe9", b"\x00", "\N{BYTE ORDER MARK}".encode()))


@given(post_texts, NEWLINES, ENDS)
def test_export_gives_back_the_bytes(tmp_path_factory, text, newline, end):
    data = text.data().replace(b"\n", newline) + end
    with fresh_base():
        import_posts({"/posts/a.md": data})

        (file,) = export_recaps(tmp_path_factory.mktemp("out"))

        assert file.read_bytes() == data
        assert list(edited_post_files()) == [(file.name, data)]


POST = b"# PyCon 2015\n\n## Gears that last by Ada Turner\n\nOil them.\n"


def test_export_keeps_the_ending_and_is_named_by_address(tmp_path):
    import_posts({"/posts/a.markdown": POST})

    (file,) = export_recaps(tmp_path / "new" / "folder")

    assert file == tmp_path / "new" / "folder" / f"{Recap.objects.get().slug}.markdown"


def test_export_again_is_no_harm(tmp_path, capsys):
    import_posts({"/posts/a.md": POST})
    call_command("export_recaps", str(tmp_path))

    call_command("export_recaps", str(tmp_path))

    assert capsys.readouterr().out == f"1 recap in {tmp_path}\n" * 2


def test_export_overwrites_nothing(tmp_path):
    import_posts({"/posts/a.md": POST})
    (file,) = export_recaps(tmp_path)
    file.write_text("mine")

    with pytest.raises(CommandError, match="holds something else"):
        call_command("export_recaps", str(tmp_path))

    assert file.read_text() == "mine"


def test_export_writes_through_no_link(tmp_path):
    import_posts({"/posts/a.md": POST})
    elsewhere = tmp_path / "elsewhere.md"
    (tmp_path / f"{Recap.objects.get().slug}.md").symlink_to(elsewhere)

    with pytest.raises(CommandError, match="holds something else"):
        call_command("export_recaps", str(tmp_path))

    assert not elsewhere.exists()


def test_a_removed_recap_is_not_exported(tmp_path):
    import_posts({"/posts/a.md": POST, "/posts/b.md": POST.replace(b"2015", b"2014")})
    Recap.objects.filter(paths__path="/posts/a.md").update(removed="person")

    assert len(list(export_recaps(tmp_path))) == 1

"""Everything back out as files: the posts, and all that people and posts made of them."""

from conferences.exporting.everything import export_all
from conferences.exporting.files import ExportError
from conferences.exporting.loading import load_export
from conferences.exporting.posts import export_recaps

__all__ = ["ExportError", "export_all", "export_recaps", "load_export"]

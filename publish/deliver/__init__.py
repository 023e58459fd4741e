"""Files and manifest: work aside, move into place, all together or not at all."""

from publish.deliver.delivery import deliver, file_path

__all__ = ["deliver", "file_path"]

"""Files and manifest: work aside, move into place, all together or not at all."""

from publish.deliver.delivery import Delivery, deliver, file_path

__all__ = ["Delivery", "deliver", "file_path"]

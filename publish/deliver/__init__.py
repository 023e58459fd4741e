"""Files and manifest: work aside, move into place, all together or not at all."""

from publish.deliver.delivery import Delivery, deliver, delivered, file_path, is_current

__all__ = ["Delivery", "deliver", "delivered", "file_path", "is_current"]

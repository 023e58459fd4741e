"""The web page: one file that stands alone, without a script and without a request."""

from publish.finish.web.foot import foot_last
from publish.finish.web.page import web
from publish.finish.web.pictures import heavy_pictures

__all__ = ["foot_last", "heavy_pictures", "web"]

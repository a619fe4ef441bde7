"""The WSGI application that `serve` and any other WSGI server run."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clapometer.config.settings")
application = get_wsgi_application()

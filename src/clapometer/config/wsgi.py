"""The WSGI application that `serve` and any other WSGI server run."""

import gc
import os

from django.core.wsgi import get_wsgi_application

# A large page makes some hundred thousand short-lived objects, and few of them in circles. To look
# for circles after every 700 of them, through all that was loaded, took a fifth of its time.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clapometer.config.settings")
application = get_wsgi_application()
gc.collect()
gc.freeze()
gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)

"""The same work at other sites: its identifiers as links out."""

from __future__ import annotations

from collections.abc import Mapping

from clapometer.catalogue.models import Identifier
from clapometer.readers.namespaces import link_out
from clapometer.site.workpage import WorkRecord


def read_elsewhere(record: WorkRecord) -> Mapping[str, object] | None:
    """Return where the work's identifiers lead, those of known sites in the order of their names.

    What others call a work is no fact with a time of its own: it is shown as it is known today.
    """
    values = Identifier.objects.filter(work_id=record.work.id).values_list("value", flat=True)
    found = sorted(filter(None, (link_out(value, record.work.kind) for value in values)))
    if not found:
        return None
    return {"links": found, "structured": {"sameAs": [one.address for one in found]}}

"""The catalogue's tables, projections of the ledger: works, their names and identifiers, people."""

from __future__ import annotations

from django.db import models
from django.utils.text import slugify

from clapometer.ledger.fields import RowId

KINDS = {
    "film": "a film",
    "series": "a series, made of seasons",
    "season": "one season of a series",
    "episode": "one episode of a season",
}
# Characters of the longest label: a series, a season and their separator.
LONGEST = 620
RELEASES = {"wide": "wide release", "limited": "limited release", "": "release not known"}


class Work(models.Model):
    """A film, series, season or episode. Its id is the position of the entry that added it.

    `release` is how wide a film's release is, `released` the instant of it, told last by the
    entry `released_seq`. `merged_into` is the
    record that this one was merged into by the entry `merged_by`; it is then not found by its title
    any more.
    """

    id = RowId(primary_key=True)
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    year = models.IntegerField(null=True)
    release = models.CharField(max_length=10, default="")
    released = models.BigIntegerField(null=True)
    released_seq = models.BigIntegerField(null=True)
    parent = models.ForeignKey(
        "self", models.DO_NOTHING, null=True, db_constraint=False, related_name="parts"
    )
    number = models.IntegerField(null=True)
    merged_into = models.BigIntegerField(null=True)
    merged_by = models.BigIntegerField(null=True)
    label = models.CharField(max_length=LONGEST)
    key = models.CharField(max_length=LONGEST, db_index=True)

    @property
    def public_id(self) -> str:
        """Return the id as people write it; the letter keeps it apart from titles like 1917."""
        return f"w{self.id}"

    @property
    def slug(self) -> str:
        """Return the readable end of the work's address."""
        return slugify(self.label)[:80] or "work"

    def __str__(self) -> str:
        return f"{self.label} ({self.year})" if self.year else self.label


class Identifier(models.Model):
    """What others call a work: `rt:m/moana_2`, `imdb:tt0111161`, `wikidata:Q172241`."""

    value = models.CharField(max_length=300, primary_key=True)
    work = models.ForeignKey(
        Work, models.DO_NOTHING, db_constraint=False, related_name="identifiers"
    )


class Alias(models.Model):
    """Another title that a work is found by; its id is the number of the fact that says so.

    `key` is folded, with the series in front of it where the work is a part of one.
    """

    fact = RowId(primary_key=True)
    work = models.ForeignKey(Work, models.DO_NOTHING, db_constraint=False, related_name="aliases")
    key = models.CharField(max_length=LONGEST, db_index=True)


class Person(models.Model):
    """Somebody with a part in a work; the id is the number of the fact that names the person.

    `key` is the folded name. An erased name leaves a person without one.
    """

    id = RowId(primary_key=True)
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=LONGEST, db_index=True)

    @property
    def slug(self) -> str:
        """Return the readable end of the person's address; forms take the word "correct"."""
        found = slugify(self.name)[:80]
        return found if found not in ("", "correct") else f"person-{found}".rstrip("-")


class PersonName(models.Model):
    """A folded name, or an identifier, that a person is found by."""

    pk = models.CompositePrimaryKey("person", "key")
    person = models.BigIntegerField()
    key = models.CharField(max_length=LONGEST, db_index=True)


class Mention(models.Model):
    """Some version of a fact names a thing (`person:17`, `picture:<SHA-256>`)."""

    pk = models.CompositePrimaryKey("thing", "fact")
    thing = models.CharField(max_length=80)
    fact = models.BigIntegerField()

"""`datapackage.json`, version 1 and 2. Source: datapackage.org, profiles 1.0 and 2.0."""

from collections.abc import Mapping

from steward.metadata.imports._reading import Reading
from steward.metadata.imports._words import first_object, license_id, mail

KNOWN = ("$schema", "profile", "name", "id", "title", "description", "keywords", "version", "created", "homepage", "licenses",
         "contributors", "sources", "resources")


class DataPackageJson:
    """The descriptor of tables."""

    name = "data-package"
    order = 2

    def fits(self, document: Mapping[str, object]) -> bool:
        """Return whether it lists resources."""
        return isinstance(document.get("resources"), list)

    def read(self, document: Mapping[str, object], reading: Reading) -> None:
        """Tell what the package says of itself; what it says of its tables belongs to the columns."""
        for element, key in (("slug", "name"), ("identifier", "id"), ("title", "title"), ("description", "description"),
                             ("keywords", "keywords"), ("version", "version")):
            reading.tell(element, document.get(key), key)
        reading.tell_page(document.get("homepage"), "homepage")
        reading.tell_date("issued", document.get("created"), "created")
        license_ = first_object(document.get("licenses"))
        named = license_.get("path") or license_.get("name") or license_.get("title")
        reading.tell_term("license", "licenses", named, "licenses",
                          lambda text: license_id(text, reading.vocabularies))
        known = reading.vocabularies.license(license_id(str(named), reading.vocabularies))
        reading.understand([known.id, known.label] if known is not None else None)
        _people(document.get("contributors"), reading)
        reading.tell("source_system", first_object(document.get("sources")).get("title"), "sources")
        reading.sort_out(document, KNOWN)


def _people(value: object, reading: Reading) -> None:
    for person in (one for one in (value if isinstance(value, list) else []) if isinstance(one, Mapping)):
        roles = person.get("roles")
        if "publisher" in (person.get("role"), *(roles if isinstance(roles, list) else [])):
            title = str(person.get("title") or "").removeprefix(f"{reading.vocabularies.program.organization}, ")
            reading.understand(person.get("title"))
            reading.tell_term("publisher", "bureaus", title, "contributors")
        else:
            reading.tell("contact_name", person.get("title"), "contributors")
            reading.tell("contact_email", mail(person.get("email")), "contributors")


IMPORT = DataPackageJson()

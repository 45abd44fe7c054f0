"""A CKAN portal without a schema of its own. Source: the names that ckanext-dcat 2.4 reads from extras, seen on CKAN 2.12."""

from steward.metadata.exports._ckan import CkanPackage

EXPORT = CkanPackage("ckan", "extras")

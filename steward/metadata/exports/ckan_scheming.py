"""A CKAN portal with ckanext-scheming. Source: the schema dcat_us_full of ckanext-dcat 2.4, seen on CKAN 2.12."""

from steward.metadata.exports._ckan import CkanPackage

EXPORT = CkanPackage("ckan-scheming", "scheming")

"""A CKAN portal with ckanext-datajson. Source: GSA ckanext-datajson, export.inventory.map.sample.json."""

from steward.metadata.exports._ckan import CkanPackage

EXPORT = CkanPackage("ckan-datajson", "datajson")

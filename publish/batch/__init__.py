"""Many works in one run: read, make, validate in one call, deliver.

Imported module by module: `publish.batch.run` loads WeasyPrint.
"""

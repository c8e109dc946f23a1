// Replaced by its module's files.

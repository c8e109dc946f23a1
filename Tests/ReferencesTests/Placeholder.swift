// Replaced by the module's suites.

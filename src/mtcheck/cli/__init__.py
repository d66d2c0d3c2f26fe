"""The command line: one module a command. Each parses, calls the library and prints."""

"""What a team says once, in a file, instead of on every command line."""

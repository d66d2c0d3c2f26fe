"""What mtcheck prints, one module a format; nothing else knows it."""

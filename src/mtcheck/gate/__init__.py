"""What a build fails on: files checked as their settings say, and the verdict about them."""

"""LanguageTool as a source of findings: asked for its matches, of which few remain."""

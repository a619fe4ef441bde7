"""The pages of readers: following, managing, stopping; above `site`, whose frame they use."""

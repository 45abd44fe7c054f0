"""What a person can do, one file each: open, check, decide, describe, seal, send, review, publish.

The only room that knows the edges and the core together. Both faces call tasks and nothing below; everything outside (places,
settings, clock, queue, portal) comes in as a `House`, so that a test or a demo brings its own.
"""

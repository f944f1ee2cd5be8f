"""Following: whoever asks is told what is new of a filter, an actor, a place or a happening, by mail or as a feed."""

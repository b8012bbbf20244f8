package io.github.dagsterfleet.source;

import io.github.dagsterfleet.text.SourcePath;

/** One file's bytes as they stood when they were read. The array is shared: nobody writes to it. */
public record SourceFile(SourcePath path, byte[] bytes) {}

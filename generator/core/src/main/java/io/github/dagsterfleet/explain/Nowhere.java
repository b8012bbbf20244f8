package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;

/** The place of what is made here and stands in no file. */
final class Nowhere {
    static final Span SPAN = new SourceText(SourcePath.ROOT, "").whole();

    private Nowhere() {}
}

/**
 * YAML. Jackson's streaming parser is the source of events; types, positions, duplicate keys and the limits of the
 * dialect are ours. The dialect is one document of mappings, lists and scalars: no anchors, aliases, merge keys, tags
 * or complex keys. A plain scalar has a type only when YAML 1.1 and 1.2 read the same value.
 */
@NullMarked
package io.github.dagsterfleet.syntax.yaml;

import org.jspecify.annotations.NullMarked;

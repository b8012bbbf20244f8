package io.github.dagsterfleet.render;

import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as a template sees it: closed, so that a misspelt key is an error even under {@code !} and {@code ??}. */
sealed class MappingView extends View implements TemplateHashModelEx2 permits ModelView {
    private final Mapping mapping;

    MappingView(Mapping mapping, Place place) {
        super(place);
        this.mapping = mapping;
    }

    @Override
    final Node node() {
        return mapping;
    }

    @Override
    public @Nullable TemplateModel get(String key) {
        Place below = below(key);
        Optional<Node> child = mapping.get(key);
        if (child.isPresent()) {
            return of(child.get(), below);
        }
        Shape shape = place().shape();
        if (shape.below(key).isEmpty()) {
            throw rendering().unknownName(key, below.path(), names(shape));
        }
        rendering().absent(below);
        return null;
    }

    private Collection<String> names(Shape shape) {
        Set<String> names = new LinkedHashSet<>(mapping.keys());
        shape.mapping().map(MappingShape::properties).ifPresent(known -> names.addAll(known.keySet()));
        return names;
    }

    @Override
    public final int size() {
        rendering().reads().container(mapping);
        return mapping.size();
    }

    @Override
    public final boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public final TemplateCollectionModel keys() {
        rendering().reads().container(mapping);
        List<TemplateModel> keys = new ArrayList<>(mapping.size());
        mapping.forEach(entry -> keys.add(keyOf(entry)));
        return new SimpleCollection(keys, PlainWrapper.INSTANCE);
    }

    @Override
    public final TemplateCollectionModel values() {
        rendering().reads().container(mapping);
        List<TemplateModel> values = new ArrayList<>(mapping.size());
        mapping.forEach(entry -> values.add(of(entry.value(), below(entry.name()))));
        return new SimpleCollection(values, PlainWrapper.INSTANCE);
    }

    @Override
    public final KeyValuePairIterator keyValuePairIterator() {
        rendering().reads().container(mapping);
        return new Pairs(mapping.entries().iterator());
    }

    private Place.Below below(String key) {
        return new Place.Below(this, key);
    }

    private TemplateModel keyOf(Mapping.Entry entry) {
        return ScalarView.of(entry.key(), new Place.Key(below(entry.name())));
    }

    private final class Pairs implements KeyValuePairIterator {
        private final Iterator<Mapping.Entry> entries;

        private Pairs(Iterator<Mapping.Entry> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValuePair next() {
            Mapping.Entry entry = entries.next();
            return new KeyValuePair() {
                @Override
                public TemplateModel getKey() {
                    return keyOf(entry);
                }

                @Override
                public TemplateModel getValue() {
                    return of(entry.value(), below(entry.name()));
                }
            };
        }
    }
}

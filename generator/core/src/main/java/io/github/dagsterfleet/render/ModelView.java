package io.github.dagsterfleet.render;

import freemarker.template.TemplateModel;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole model, and beside its names the few words of ours: {@code emit}, {@code header}, {@code comment}, {@code verbatim}. */
final class ModelView extends MappingView {
    private final Map<String, TemplateModel> words;

    ModelView(Mapping data, Shape shape, Rendering rendering, Map<String, TemplateModel> words) {
        super(data, new Place.Top(rendering, shape));
        this.words = words;
    }

    @Override
    public @Nullable TemplateModel get(String name) {
        TemplateModel word = words.get(name);
        return word != null ? word : super.get(name);
    }
}

package io.github.dagsterfleet.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/** Lets template models through and nothing else, so that no Java object can ever be reached from a template. */
final class PlainWrapper implements ObjectWrapper {
    static final PlainWrapper INSTANCE = new PlainWrapper();

    private PlainWrapper() {}

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
        if (object == null || object instanceof TemplateModel) {
            return (TemplateModel) object;
        }
        throw new TemplateModelException(
                "Not a template model: " + object.getClass().getName());
    }
}

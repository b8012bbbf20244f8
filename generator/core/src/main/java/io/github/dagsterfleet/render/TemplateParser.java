package io.github.dagsterfleet.render;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/** FreeMarker, locked down: the same text on every machine, no way out to Java, files or the clock. */
final class TemplateParser {
    private static final String UNCLOSED = "an unclosed ";
    private static final String EXPECTED = ", but was expecting";
    /** GitHub's own expressions are written <code>${{ }}</code> there, so ours are {@code [=x]}. */
    private static final String GITHUB_WORKFLOWS = ".github/workflows/";
    /** So are ours here, among shell lines full of <code>${x}</code>. */
    private static final String GITLAB_PIPELINE = ".gitlab-ci.yml";

    static {
        silence();
    }

    private final Configuration configuration = configuration();

    /** We return what we have to say; to look for a logger first would only start one. */
    @SuppressWarnings("deprecation")
    private static void silence() {
        try {
            Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not to log needs no library", e);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setNamingConvention(Configuration.LEGACY_NAMING_CONVENTION);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setTabSize(1);
        configuration.setLocalizedLookup(false);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setOutputFormat(TypedOutput.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setCustomNumberFormats(Map.of(TypedNumbers.NAME, new TypedNumbers()));
        configuration.setNumberFormat("@" + TypedNumbers.NAME);
        configuration.setObjectWrapper(PlainWrapper.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setAttemptExceptionReporter((exception, environment) -> {});
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    /** The parsed template, or a finding where it is not one. */
    Optional<Template> parse(SourceText source, String output, Findings findings) {
        TemplateConfiguration own = new TemplateConfiguration();
        if (output.startsWith(GITHUB_WORKFLOWS) || output.endsWith(GITLAB_PIPELINE)) {
            own.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        }
        own.setParentConfiguration(configuration);
        try {
            String name = source.path().value();
            return Optional.of(new Template(
                    name, name, new StringReader(source.content()), configuration, own, StandardCharsets.UTF_8.name()));
        } catch (ParseException e) {
            findings.add(unparsed(e, source));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FreeMarker's message in one clause, without its advice and its grammar. */
    private static String headline(String message) {
        int unclosed = message.indexOf(UNCLOSED);
        if (unclosed >= 0) {
            int end = message.indexOf('.', unclosed);
            String name = message.substring(unclosed + UNCLOSED.length(), end < 0 ? message.length() : end);
            return (name.startsWith("#") || name.startsWith("@") ? "`<" + name + ">`" : name.replace('"', '`'))
                    + " is not closed";
        }
        int expected = message.indexOf(EXPECTED);
        if (expected >= 0) {
            return message.substring(0, expected).replace("Encountered \"", "`").replace('"', '`')
                    + " stands where something else is due";
        }
        int advice = message.indexOf(". Help (latest version)");
        return Failures.headline(advice < 0 ? message : message.substring(0, advice));
    }

    private static Finding unparsed(ParseException failure, SourceText source) {
        Span place = TemplateFile.span(
                source,
                failure.getLineNumber(),
                failure.getColumnNumber(),
                failure.getEndLineNumber(),
                failure.getEndColumnNumber());
        String headline = headline(failure.getEditorMessage());
        boolean weakensEscaping =
                headline.contains("no_esc") || headline.contains("noautoesc") || headline.contains("output format");
        return weakensEscaping
                ? TemplateLint.forbidden(place, "`" + place.content() + "`")
                : Finding.at(FindingCode.RENDER_TEMPLATE_SYNTAX, place, headline)
                        .label("not understood");
    }
}

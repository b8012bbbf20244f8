import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.SimpleCollection;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The floor: what the product's libraries cost when nothing is asked of them but to parse, merge, render and write. No checks, no
 * traces, no manifest, no comparison with what is on disk.
 *
 * <p>Arguments: the templates' folder, the workspace, the number of threads.
 */
public final class Bare {

  private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");
  private static final Map<String, String> ECS_CPU = Map.of("250m", "256", "500m", "512", "1000m", "1024", "2000m", "2048");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z.]+)\\}");
  private static final Pattern DISTRIBUTION = Pattern.compile("[A-Za-z0-9._-]+");
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");
  private static final Pattern BARE_VALUE = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

  private final YAMLFactory yaml = new YAMLFactory();
  private final Path workspace;
  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final Map<String, Object> base;
  private final Map<String, Map<String, Object>> environments = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();

  private Bare(Path templateFolder, Path workspace) throws IOException, ClassNotFoundException {
    Logger.selectLoggerLibrary(Logger.LIBRARY_NONE); // the JDK's own takes a tenth of a second to start
    this.workspace = workspace;
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setDirectoryForTemplateLoading(templateFolder.toFile());
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setObjectWrapper(Bare::wrap);
    configuration.setSharedVariable("q", text(Bare::quoted));
    configuration.setSharedVariable("dotenv", text(Bare::dotenv));
    for (String file : List.of("dagster_cloud.yaml", "pyproject.toml", ".env", "env_vars.json")) {
      templates.put(file, configuration.getTemplate(file.replaceFirst("^\\.", "") + ".ftl"));
    }
    base = read(workspace.resolve("environments/base.yaml"));
    for (String environment : ENVIRONMENTS) {
      environments.put(environment, read(workspace.resolve("environments/" + environment + ".yaml")));
    }
    try (Stream<Path> files = Files.list(workspace.resolve("environments/profiles"))) {
      for (Path file : files.toList()) {
        profiles.put(file.getFileName().toString().replace(".yaml", ""), read(file));
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    Bare bare = new Bare(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Path> repos;
    try (Stream<Path> folders = Files.list(bare.workspace.resolve("repos"))) {
      repos = folders.sorted().toList();
    }
    ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]));
    List<Future<?>> pending = new ArrayList<>();
    for (Path repo : repos) {
      pending.add(
          pool.submit(
              () -> {
                bare.generate(repo);
                return null;
              }));
    }
    for (Future<?> each : pending) {
      each.get();
    }
    pool.shutdown();
  }

  private void generate(Path folder) throws IOException, TemplateException {
    String repo = folder.getFileName().toString();
    Map<String, Object> facts = read(folder.resolve("repo.yaml"));
    for (String environment : ENVIRONMENTS) {
      Map<String, Object> model = merge(map(base, "defaults"), map(environments.get(environment), "defaults"), "");
      for (Object name : list(facts, "profiles")) {
        Map<String, Object> profile = profiles.get(name);
        model = merge(model, map(profile, "defaults"), "");
        Map<String, Object> own = map(map(profile, "environments"), environment);
        if (own != null) {
          model = merge(model, own, "");
        }
      }
      model = merge(model, facts, "");
      Path overlay = folder.resolve("overlays/" + environment + ".yaml");
      if (Files.exists(overlay)) {
        model = merge(model, read(overlay), "");
      }
      Map<String, Object> printed = printed(resolved(model, repo, environment), repo, environment);
      Path out = Files.createDirectories(folder.resolve("generated/" + environment + "/workload"));
      for (Map.Entry<String, Template> template : templates.entrySet()) {
        StringWriter text = new StringWriter(8192);
        template.getValue().process(printed, text);
        Files.write(out.resolve(template.getKey()), text.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  // ---------------------------------------------------------------- reading

  private Map<String, Object> read(Path file) throws IOException {
    try (JsonParser parser = yaml.createParser(Files.readAllBytes(file))) {
      parser.nextToken();
      return cast(value(parser));
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT:
        Map<String, Object> mapping = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          mapping.put(key, value(parser));
        }
        return mapping;
      case START_ARRAY:
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        return items;
      case VALUE_NUMBER_INT:
        return parser.getIntValue();
      default:
        return parser.getText();
    }
  }

  // ---------------------------------------------------------------- merging and references

  private static Map<String, Object> merge(Map<String, Object> low, Map<String, Object> high, String path) {
    Map<String, Object> out = new LinkedHashMap<>(low);
    boolean whole = path.equals("env") || path.endsWith(".env");
    for (Map.Entry<String, Object> entry : high.entrySet()) {
      String key = entry.getKey();
      Object above = entry.getValue();
      Object below = out.get(key);
      String here = path.isEmpty() ? key : path + "." + key;
      if (above instanceof Map && below instanceof Map && !whole) {
        out.put(key, merge(cast(below), cast(above), here));
      } else if (above instanceof List && (here.equals("pyproject.project.dependencies") || here.equals("pyproject.dependency-groups.dev"))) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        for (Object item : below == null ? List.of() : (List<?>) below) {
          keyed.put(distribution(item), item);
        }
        for (Object item : (List<?>) above) {
          keyed.put(distribution(item), item);
        }
        out.put(key, new ArrayList<>(keyed.values()));
      } else {
        out.put(key, above);
      }
    }
    return out;
  }

  private static String distribution(Object requirement) {
    Matcher name = DISTRIBUTION.matcher((String) requirement);
    name.lookingAt();
    return SEPARATORS.matcher(name.group()).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> resolved(Map<String, Object> model, String repo, String environment) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("organization", (String) base.get("organization"));
    names.put("environment.name", environment);
    names.put("repo.name", repo);
    map(model, "vars").forEach((key, value) -> names.put("vars." + key, (String) value));
    Map<String, Object> locations = new TreeMap<>();
    Map<String, Object> written = cast(model.remove("locations"));
    for (Map.Entry<String, Object> location : written.entrySet()) {
      names.put("location.name", location.getKey());
      locations.put(location.getKey(), resolve(location.getValue(), names));
    }
    Map<String, Object> out = cast(resolve(model, names));
    out.put("locations", locations);
    return out;
  }

  private static Object resolve(Object value, Map<String, String> names) {
    if (value instanceof String text) {
      return text.contains("${") ? REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(names.get(m.group(1)))) : text;
    }
    if (value instanceof Map<?, ?> mapping) {
      Map<Object, Object> out = new LinkedHashMap<>();
      mapping.forEach((key, item) -> out.put(key, resolve(item, names)));
      return out;
    }
    if (value instanceof List<?> items) {
      List<Object> out = new ArrayList<>(items.size());
      items.forEach(item -> out.add(resolve(item, names)));
      return out;
    }
    return value;
  }

  // ---------------------------------------------------------------- what the templates print

  private Map<String, Object> printed(Map<String, Object> model, String repo, String environment) {
    Map<String, Object> vars = map(model, "vars");
    Map<String, Object> env = map(model, "env");
    String agent = (String) model.get("agent");
    List<Map<String, Object>> locations = new ArrayList<>();
    List<Map<String, Object>> variables = new ArrayList<>();
    env.forEach((name, value) -> variables.add(Map.of("name", name, "value", value, "locations", List.of())));
    map(model, "locations")
        .forEach(
            (name, written) -> {
              Map<String, Object> location = cast(written);
              Map<String, Object> own = new TreeMap<>(env);
              map(location, "env")
                  .forEach(
                      (key, value) -> {
                        own.put(key, value);
                        variables.add(Map.of("name", key, "value", value, "locations", List.of(name)));
                      });
              List<String> plain = new ArrayList<>();
              Map<String, String> secrets = new LinkedHashMap<>();
              own.forEach(
                  (key, value) -> {
                    if (value instanceof Map<?, ?> secret) {
                      secrets.put(key, (String) secret.get("secret"));
                    } else {
                      plain.add(key + "=" + value);
                    }
                  });
              location.put("name", name);
              location.put("plain", plain);
              if (agent.equals("k8s")) {
                location.put("secrets", secrets.values().stream().map(s -> s.substring(0, s.indexOf('#'))).collect(Collectors.toCollection(TreeSet::new)));
              } else if (agent.equals("ecs")) {
                secrets.replaceAll(
                    (key, secret) -> "arn:aws:secretsmanager:" + vars.get("region") + ":" + vars.get("account") + ":secret:" + secret.replace('#', ':') + "::");
                location.put("secrets", secrets);
              } else if (agent.equals("docker")) {
                plain.addAll(secrets.keySet());
                plain.sort(Comparator.naturalOrder());
              }
              locations.add(location);
            });
    variables.sort(Comparator.comparing(v -> (String) v.get("name")));
    Map<String, Object> source = map(locations.get(0), "code_source");
    String module = (String) source.getOrDefault("module_name", source.get("package_name"));
    if (module == null) {
      String file = (String) source.get("python_file");
      module = file.substring("src/".length(), file.length() - ".py".length()).replace('/', '.');
    }
    Map<String, Object> pyproject = map(model, "pyproject");
    Map<String, Object> out = new LinkedHashMap<>(model);
    out.put("organization", base.get("organization"));
    out.put("repo", repo);
    out.put("environment", environment);
    out.put("locations", locations);
    out.put("variables", variables);
    out.put("tags", new TreeMap<>(map(model, "labels")));
    out.put("package", repo.replace('-', '_'));
    out.put("target", module);
    out.put("dependencies", sorted(list(map(pyproject, "project"), "dependencies")));
    out.put("dev", sorted(list(map(pyproject, "dependency-groups"), "dev")));
    out.put("ecs_cpu", ECS_CPU);
    return out;
  }

  private static List<Object> sorted(List<Object> requirements) {
    List<Object> out = new ArrayList<>(requirements);
    out.sort(Comparator.comparing(Bare::distribution));
    return out;
  }

  // ---------------------------------------------------------------- printing

  private static TemplateMethodModelEx text(java.util.function.UnaryOperator<String> function) {
    return arguments -> new SimpleScalar(function.apply(arguments.get(0).toString()));
  }

  private static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 8).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.append('"').toString();
  }

  private static String dotenv(String value) {
    return BARE_VALUE.matcher(value).matches() ? value : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** FreeMarker's own wrapper looks into the JDK by reflection, which costs as much as a dozen repos. */
  private static TemplateModel wrap(Object value) {
    if (value == null || value instanceof TemplateModel) {
      return (TemplateModel) value;
    }
    if (value instanceof Map<?, ?> mapping) {
      return new Hash(mapping);
    }
    if (value instanceof List<?> items) {
      return new Items(items);
    }
    if (value instanceof Collection<?> items) {
      return new SimpleCollection(items, Bare::wrap);
    }
    return value instanceof Number number ? new SimpleNumber(number) : new SimpleScalar(value.toString());
  }

  private record Items(List<?> items) implements TemplateSequenceModel {
    @Override
    public TemplateModel get(int index) {
      return wrap(items.get(index));
    }

    @Override
    public int size() {
      return items.size();
    }
  }

  private record Hash(Map<?, ?> mapping) implements TemplateHashModelEx2 {
    @Override
    public TemplateModel get(String key) {
      return wrap(mapping.get(key));
    }

    @Override
    public boolean isEmpty() {
      return mapping.isEmpty();
    }

    @Override
    public int size() {
      return mapping.size();
    }

    @Override
    public TemplateCollectionModel keys() {
      return new SimpleCollection(mapping.keySet(), Bare::wrap);
    }

    @Override
    public TemplateCollectionModel values() {
      return new SimpleCollection(mapping.values(), Bare::wrap);
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
      Iterator<? extends Map.Entry<?, ?>> entries = mapping.entrySet().iterator();
      return new KeyValuePairIterator() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public KeyValuePair next() {
          Map.Entry<?, ?> entry = entries.next();
          return new KeyValuePair() {
            @Override
            public TemplateModel getKey() {
              return wrap(entry.getKey());
            }

            @Override
            public TemplateModel getValue() {
              return wrap(entry.getValue());
            }
          };
        }
      };
    }
  }

  // ---------------------------------------------------------------- untyped trees

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }

  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return cast(parent.get(key));
  }

  private static List<Object> list(Map<String, Object> parent, String key) {
    return cast(parent.get(key));
  }
}

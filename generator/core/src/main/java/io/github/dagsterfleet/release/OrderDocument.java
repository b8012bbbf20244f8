package io.github.dagsterfleet.release;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.Origin;
import java.util.List;

/** An order for machines, format 1: as {@code deploy_plan.json} has it, and as a whole. */
public final class OrderDocument {
    private final DeployOrder order;
    private final Origin origin;

    private OrderDocument(DeployOrder order) {
        this.order = order;
        this.origin = order.environment().name().origin();
    }

    /**
     * What is checked in: the waves. Repos that may go at any time are left out, so that it changes when somebody's needs
     * do, and not with every new repo.
     */
    public static Mapping plan(DeployOrder order) {
        OrderDocument document = new OrderDocument(order);
        return document.object(document.waves());
    }

    /** The same with the repos that may go at any time, as a text with a line feed at its end. */
    public static String print(DeployOrder order) {
        OrderDocument document = new OrderDocument(order);
        return JsonFormat.INSTANCE.write(
                document.object(document.waves().put("any_time", document.sessions(order.anyTime()))));
    }

    private Mapping.Builder waves() {
        return Mapping.builder()
                .put("format", new Scalar("1", ScalarType.INTEGER, origin))
                .put("organization", order.organization())
                .put("environment", order.environment().name())
                .put("deployment", order.environment().deployment())
                .put("for", text(order.purpose().word()))
                .put(
                        "waves",
                        list(order.waves().stream()
                                .map(wave -> object(Mapping.builder().put("sessions", sessions(wave.turns()))))
                                .toList()));
    }

    private Sequence sessions(List<Turn> turns) {
        return list(Batch.of(turns).stream().map(this::session).toList());
    }

    private Mapping session(Batch batch) {
        return object(Mapping.builder()
                .put("repos", list(batch.turns().stream().map(this::repo).toList()))
                .put("images", texts(batch.session().images()))
                .put("commands", texts(batch.session().commands())));
    }

    private Mapping repo(Turn turn) {
        return object(Mapping.builder()
                .put("repo", text(turn.repo()))
                .put("locations", list(turn.locations()))
                .put(
                        "needs",
                        list(turn.needs().stream()
                                .map(need -> object(Mapping.builder()
                                        .put("location", need.location())
                                        .put("repo", text(need.repo()))))
                                .toList())));
    }

    private Sequence texts(List<String> texts) {
        return list(texts.stream().map(this::text).toList());
    }

    private Scalar text(String text) {
        return Scalar.string(text, origin);
    }

    private Mapping object(Mapping.Builder members) {
        return members.build(origin);
    }

    private Sequence list(List<? extends Node> items) {
        return new Sequence(List.copyOf(items), origin);
    }
}

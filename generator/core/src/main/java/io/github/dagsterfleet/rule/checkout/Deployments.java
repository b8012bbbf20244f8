package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A location goes by one name in every deployment; one that only some files have is missing or renamed in the others. */
final class Deployments implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        List<CloudFile> files = checkout.clouds().stream()
                .filter(cloud -> cloud.deployment().isPresent())
                .toList();
        Map<String, Scalar> names = new LinkedHashMap<>();
        files.forEach(file -> names(file).forEach(name -> names.putIfAbsent(name.text(), name)));
        List<Finding> places = new ArrayList<>();
        for (Scalar name : names.values()) {
            List<String> without = files.stream()
                    .filter(file -> names(file).stream().noneMatch(name::equals))
                    .map(file -> file.path().fileName())
                    .toList();
            if (!without.isEmpty()) {
                places.add(onlyInSome(name, without));
            }
        }
        findings.addAsOne(places, Finding::message);
    }

    private static Finding onlyInSome(Scalar name, List<String> without) {
        return Finding.at(
                        FindingCode.CHECKOUT_DEPLOYMENTS,
                        name.origin(),
                        "`" + name.text() + "` is not in " + String.join(", ", without))
                .label("only in some")
                .help("give a location the same name in every file; the deployment tells them apart");
    }

    private static List<Scalar> names(CloudFile file) {
        return file.locations().stream()
                .flatMap(location -> location.name().stream())
                .toList();
    }
}

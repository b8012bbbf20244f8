package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Findings;

/** One thing that must hold between the files of a checkout. Holds no state. */
interface CheckoutRule {
    void check(Checkout checkout, Findings findings);
}

package io.tocsin.alerts.lifecycle;

import io.tocsin.events.Alert;
import io.tocsin.events.Arithmetic;
import io.tocsin.events.Change;
import io.tocsin.events.Correction;
import io.tocsin.events.EvidenceArticle;
import io.tocsin.events.Signal;
import java.time.Instant;
import java.util.List;

/**
 * The next change of an alert: the next sequence, and what is not said anew stays.
 *
 * @param last the alert before
 */
record AlertChange(
        Alert last,
        Change change,
        Instant at,
        String level,
        String headline,
        Arithmetic arithmetic,
        List<EvidenceArticle> evidence,
        List<String> stories,
        String lexicon,
        String ruleVersion,
        List<Correction> corrections) {

    static AlertChange of(Alert last, Change change, Instant at) {
        return new AlertChange(
                last,
                change,
                at,
                last.level(),
                last.headline(),
                last.arithmetic(),
                last.evidence(),
                last.stories(),
                last.lexicon(),
                last.ruleVersion(),
                List.of());
    }

    /** The same alert with newer numbers: nothing to tell, but the next change says them. */
    static Alert numbers(Alert alert, Arithmetic arithmetic) {
        return new Alert(
                Alert.KIND,
                alert.id(),
                alert.sequence(),
                alert.change(),
                alert.at(),
                alert.rule(),
                alert.level(),
                alert.headline(),
                alert.countries(),
                alert.topics(),
                alert.openedAt(),
                alert.closedAt(),
                arithmetic,
                alert.evidence(),
                alert.stories(),
                alert.lexicon(),
                alert.ruleVersion(),
                alert.incident(),
                alert.notice(),
                alert.corrections());
    }

    AlertChange level(String next) {
        return new AlertChange(
                last, change, at, next, headline, arithmetic, evidence, stories, lexicon, ruleVersion, corrections);
    }

    AlertChange headline(String next) {
        return new AlertChange(
                last, change, at, level, next, arithmetic, evidence, stories, lexicon, ruleVersion, corrections);
    }

    AlertChange because(List<Correction> found) {
        return new AlertChange(
                last, change, at, level, headline, arithmetic, evidence, stories, lexicon, ruleVersion, found);
    }

    AlertChange news(Signal signal, Arithmetic numbers, String version) {
        return new AlertChange(
                last,
                change,
                at,
                level,
                headline,
                numbers,
                signal.evidence(),
                signal.stories(),
                signal.lexicon(),
                version,
                corrections);
    }

    Alert alert() {
        return new Alert(
                Alert.KIND,
                last.id(),
                last.sequence() + 1,
                change,
                at,
                last.rule(),
                level,
                headline,
                last.countries(),
                last.topics(),
                last.openedAt(),
                change.ends() ? at : null,
                arithmetic,
                evidence,
                stories,
                lexicon,
                ruleVersion,
                last.incident(),
                last.notice(),
                corrections);
    }
}

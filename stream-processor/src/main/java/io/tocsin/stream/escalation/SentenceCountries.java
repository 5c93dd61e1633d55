package io.tocsin.stream.escalation;

import java.util.List;

/** The countries that a stretch of an article names; the caller adapts its country mentions to it. */
@FunctionalInterface
public interface SentenceCountries {
    /** Nobody looks for countries. */
    SentenceCountries NONE = (from, to) -> List.of();

    /** ISO 3166-1 codes named by tokens {@code [fromToken, toToken)}, in order, each once. */
    List<String> in(int fromToken, int toToken);
}

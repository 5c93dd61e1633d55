package io.tocsin.alerts.rule;

/** One of a rule's levels: a name of the editor's choice and what it takes. */
public record Level(String name, Threshold threshold) {}

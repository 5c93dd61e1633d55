package io.tocsin.alerts.notify;

/**
 * A named way to a receiver.
 *
 * @param name as rules write it in {@code deliver-to}; part of the delivery id and of the ledger's key
 */
public record Channel(String name, Notifier notifier) {}

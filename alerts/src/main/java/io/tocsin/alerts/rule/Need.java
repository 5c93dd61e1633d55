package io.tocsin.alerts.rule;

import io.tocsin.events.Signal;

/**
 * What must back a crossing, whatever its level.
 *
 * @param stories independent stories
 * @param owners independent publisher families
 */
public record Need(int stories, int owners) {

    boolean met(Signal.Window window) {
        return window.stories() >= stories && window.owners() >= owners;
    }
}

package io.tocsin.alerts.notify;

import io.tocsin.events.Alert;

/** The stable id of a delivery: one change of one alert to one channel. Without dots, as Standard Webhooks asks. */
final class DeliveryId {
    private DeliveryId() {}

    static String of(Alert alert, String channel) {
        return alert.id() + '-' + alert.sequence() + '-' + channel;
    }
}
